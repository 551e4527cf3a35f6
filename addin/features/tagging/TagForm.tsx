/** The questions about one meeting as they follow each other: the first one, or what follows the answer. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, useEffect } from 'react';
import { nextQuestion } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { ModalityChoice } from './ModalityChoice.tsx';
import { OutcomeChoice } from './OutcomeChoice.tsx';
import { suggestionWords } from '../../ui/suggestion-words.ts';
import { answerWords } from './tag-words.ts';
import type { Tagging } from './use-tagging.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

export interface TagFormProps {
  readonly meeting: Meeting;
  readonly tagging: Tagging;
  readonly todayOn: string;
  readonly myId: string | undefined;
  /** Whether the suggested answer takes the focus, so that Enter is the one tap. */
  readonly hasFocus: boolean;
  /** Whether the effect draws the touch strip; a row has it already. */
  readonly showsStrip: boolean;
  /** In whose place the answers are given; absent for one's own. */
  readonly owner?: { readonly id: string; readonly name: string } | null;
}

/** Fetched as soon as a first question is on the page, so that it is there at the tap. */
const { Part: AnsweredMeeting, prefetch } = lazyPart(async () => (await import('./AnsweredMeeting.tsx')).AnsweredMeeting, {
  waiting: Saving,
});

export function TagForm(props: TagFormProps): JSX.Element {
  const styles = useStyles();
  const { draft } = props.tagging.now;
  useEffect(prefetch, []);
  const isOpen = draft.outcome === undefined || draft.outcome === 'did_not_happen';
  return <div className={styles.form}>{isOpen ? <FirstQuestion {...props} /> : <AnsweredMeeting {...props} />}</div>;
}

function Saving(): JSX.Element {
  const text = useText();
  return <div role="status">{text('tag.saving')}</div>;
}

function FirstQuestion({ meeting, tagging, hasFocus }: TagFormProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const { kept } = tagging.now;
  return (
    <>
      <OpenQuestion meeting={meeting} tagging={tagging} hasFocus={hasFocus} />
      {kept && (
        <Button size="small" appearance="subtle" className={styles.flush} onClick={tagging.keep}>
          {text('tag.keep', { answer: answerWords(kept, text) })}
        </Button>
      )}
    </>
  );
}

function OpenQuestion({ meeting, tagging, hasFocus }: Pick<TagFormProps, 'meeting' | 'tagging' | 'hasFocus'>): JSX.Element | undefined {
  const text = useText();
  const formats = useFormats();
  const { draft, kept } = tagging.now;
  const question = nextQuestion(meeting, draft);
  switch (question?.kind) {
    case 'modality':
      return (
        <ModalityChoice
          suggested={question.suggested}
          current={kept?.modality}
          reason={suggestionWords(meeting.suggestion, text, formats)}
          hasFocus={hasFocus || kept !== undefined}
          onAnswer={tagging.answer}
        />
      );
    case 'outcome':
      return <OutcomeChoice options={question.options} onAnswer={tagging.answer} />;
    default:
      return undefined;
  }
}
