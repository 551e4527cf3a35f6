/** Two answers about one meeting, from two devices or two colleagues, side by side: the seller says which one counts. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, useId } from 'react';
import { type Draft, draftOf } from '../../../api/contract/tag-form.ts';
import { localDayOf } from '../../ui/formats.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { answerMark, answerWords } from './tag-words.ts';
import type { TaggingSession, TaggingState } from './tagging-session.ts';

const useStyles = makeStyles({
  choice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  answers: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: tokens.spacingHorizontalM },
  answer: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS, minWidth: 0 },
  said: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface TwoAnswersChoiceProps {
  readonly tagging: Pick<TaggingSession, 'useMine' | 'keepTheirs'> & {
    readonly now: Pick<TaggingState, 'draft' | 'theirs' | 'answeredAt'>;
  };
  readonly myId: string | undefined;
  /** Undefined where no read has said it: days are then told by their date. */
  readonly todayOn: string | undefined;
}

export function TwoAnswersChoice({ tagging, myId, todayOn }: TwoAnswersChoiceProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const moment = useMoment(todayOn);
  const titleId = useId();
  const { draft, theirs, answeredAt } = tagging.now;
  const when = theirs ? moment(theirs.taggedAt) : '';
  const whose =
    theirs?.taggedBy.id === myId ? text('tag.conflict.elsewhere', { when }) : text('tag.by', { name: theirs?.taggedBy.name ?? '', when });
  return (
    <section className={styles.choice} aria-labelledby={titleId}>
      <div role="alert">
        <h3 id={titleId} className={styles.title}>
          {text('tag.conflict.title')}
        </h3>
      </div>
      <div className={styles.answers}>
        <OneAnswer
          draft={draft}
          whose={answeredAt ? text('tag.conflict.here', { when: moment(answeredAt) }) : ''}
          onChoose={tagging.useMine}
        />
        <OneAnswer draft={theirs && draftOf(theirs)} whose={theirs ? whose : ''} onChoose={tagging.keepTheirs} />
      </div>
      <div className={styles.quiet}>{text('tag.conflict.bothKept')}</div>
    </section>
  );
}

interface OneAnswerProps {
  /** Undefined when the answer before was taken back. */
  readonly draft: Draft | undefined;
  readonly whose: string;
  readonly onChoose: () => void;
}

function OneAnswer({ draft, whose, onChoose }: OneAnswerProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const answer = draft ? answerWords(draft, text) : text('tag.conflict.gone');
  const mark = draft && answerMark(draft);
  return (
    <div className={styles.answer}>
      <span className={styles.said}>
        {mark && <ModalityMark mark={mark} />}
        {answer}
      </span>
      <span className={styles.quiet}>{whose}</span>
      <Button size="small" aria-label={draft && text('tag.conflict.choose', { answer })} onClick={onChoose}>
        {text(draft ? 'tag.conflict.chooseThis' : 'tag.conflict.leaveOpen')}
      </Button>
    </div>
  );
}

/** `yesterday, 14:05`, in the device's zone. */
function useMoment(todayOn: string | undefined): (instant: string) => string {
  const formats = useFormats();
  const timeZone = useTimeZone();
  return (instant) => {
    const on = localDayOf(instant, timeZone);
    return `${todayOn === undefined ? formats.day(on) : formats.daysAgo({ on, todayOn })}, ${formats.time(instant)}`;
  };
}
