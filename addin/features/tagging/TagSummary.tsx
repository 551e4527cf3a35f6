/** What was answered, by whom and whether it is stored, with the ways to change it and to take it back; and what to do when it was refused. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { failureKey } from '../../client/failure.ts';
import { useOutboxState } from '../../client/outbox/outbox-context.tsx';
import { localDayOf } from '../../ui/formats.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { answerMark, answerWords, spendWords } from './tag-words.ts';
import { TwoAnswersChoice } from './TwoAnswersChoice.tsx';
import type { Tagging } from './use-tagging.tsx';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalS}`,
    ':focus': { outlineStyle: 'none' },
  },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalS}` },
  answer: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  /** Both wrap together: one alone on a line of its own reads as if it belonged to what follows. */
  actions: { display: 'flex', marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
  action: { minWidth: 0 },
});

interface TagSummaryProps {
  readonly tagging: Tagging;
  /** The signed-in person's object id, when it is known. */
  readonly myId: string | undefined;
  readonly todayOn: string;
}

export function TagSummary({ tagging, myId, todayOn }: TagSummaryProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { draft, phase, undoes, storedTag } = tagging.now;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => catchLostFocus(summary.current), [phase]);
  const mark = answerMark(draft);
  return (
    <>
      <div className={styles.summary} ref={summary} tabIndex={-1}>
        {/* With the answer: an undo takes one step back, and what stands now is heard. */}
        <span className={styles.said} role="status">
          <span className={styles.answer}>
            {mark && <ModalityMark mark={mark} />}
            {[answerWords(draft, text), spendWords(draft, formats)].filter((words) => words !== '').join(' · ')}
          </span>
          <span className={styles.quiet}>
            <SavingWords tagging={tagging} myId={myId} todayOn={todayOn} />
          </span>
        </span>
        <span className={styles.actions}>
          {undoes && (
            <Button size="small" appearance="subtle" className={styles.action} onClick={tagging.undo}>
              {text(undoes === 'last_answer' ? 'tag.undo' : 'tag.takeBack')}
            </Button>
          )}
          {phase !== 'conflict' && (
            <Button size="small" appearance="subtle" className={styles.action} onClick={() => tagging.answer({ kind: 'change' })}>
              {text('tag.change')}
            </Button>
          )}
        </span>
      </div>
      {phase === 'conflict' && <TwoAnswersChoice tagging={tagging} myId={myId} todayOn={todayOn} />}
      {phase === 'failed' && <Refused tagging={tagging} />}
      {phase === 'saved' && storedTag && storedTag.version > 1 && (
        <EarlierAnswers meetingId={tagging.meetingId} newest={storedTag.version} todayOn={todayOn} />
      )}
    </>
  );
}

/** The button that was pressed has gone and its focus with it: reading goes on here, and a second Enter answers nothing by mistake. */
function catchLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body && document.hasFocus()) element?.focus({ preventScroll: true });
}

function SavingWords({ tagging: { now }, myId, todayOn }: TagSummaryProps): string {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const { isKept } = useOutboxState();
  if (now.phase === 'saving') return text('tag.saving');
  if (now.phase === 'waiting') return text(isKept ? 'tag.waiting' : 'tag.waiting.notKept');
  if (now.phase !== 'saved' || !now.storedTag) return text('tag.notSaved');
  const { taggedBy, onBehalfOf, taggedAt } = now.storedTag;
  const when = formats.daysAgo({ on: localDayOf(taggedAt, timeZone), todayOn });
  if (onBehalfOf) return text('tag.byFor', { name: taggedBy.name, owner: onBehalfOf.name, when });
  if (taggedBy.id === myId) return now.changes.length > 0 ? text('tag.saved') : text('tag.byYou', { when });
  return text('tag.by', { name: taggedBy.name, when });
}

/** The server will never take this answer, for instance since the meeting was cancelled meanwhile. */
function Refused({ tagging }: { readonly tagging: Tagging }): JSX.Element | undefined {
  const text = useText();
  const { failure } = tagging.now;
  if (!failure) return undefined;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{text(failureKey(failure))}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={tagging.retry}>{text('tag.retry')}</Button>
        <Button onClick={tagging.discard}>{text('tag.discard')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
