/** The questions about one meeting as they follow each other: the first one, or the answer with its second step and its effect. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { nextQuestion } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { EngagementChoice } from './EngagementChoice.tsx';
import { ModalityChoice } from './ModalityChoice.tsx';
import { OutcomeChoice } from './OutcomeChoice.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { PresenceChoice } from './PresenceChoice.tsx';
import { suggestionWords } from '../../ui/suggestion-words.ts';
import { answerWords } from './tag-words.ts';
import { TagEffect } from './TagEffect.tsx';
import { TagSummary } from './TagSummary.tsx';
import type { Tagging } from './use-tagging.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface TagFormProps {
  readonly meeting: Meeting;
  readonly tagging: Tagging;
  readonly todayOn: string;
  readonly myId: string | undefined;
  /** Whether the suggested answer takes the focus, so that Enter is the one tap. */
  readonly hasFocus: boolean;
  /** Whether the effect draws the touch strip; a row has it already. */
  readonly showsStrip: boolean;
}

export function TagForm({ meeting, tagging, todayOn, myId, hasFocus, showsStrip }: TagFormProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const { draft, kept, changes, storedTag } = tagging.now;
  const isOpen = draft.outcome === undefined || draft.outcome === 'did_not_happen';
  return (
    <div className={styles.form}>
      {!isOpen && <TagSummary tagging={tagging} myId={myId} todayOn={todayOn} />}
      <OpenQuestion meeting={meeting} tagging={tagging} hasFocus={hasFocus} />
      {isOpen && kept && (
        <Button size="small" appearance="subtle" className={choiceStyles.flush} onClick={tagging.keep}>
          {text('tag.keep', { answer: answerWords(kept, text) })}
        </Button>
      )}
      {!isOpen && <TagEffect changes={changes} tag={storedTag} contacts={meeting.contacts} todayOn={todayOn} showsStrip={showsStrip} />}
    </div>
  );
}

function OpenQuestion({ meeting, tagging, hasFocus }: Pick<TagFormProps, 'meeting' | 'tagging' | 'hasFocus'>): JSX.Element | undefined {
  const text = useText();
  const formats = useFormats();
  const { draft, kept } = tagging.now;
  const question = nextQuestion(meeting, draft);
  switch (question?.kind) {
    case undefined:
      return undefined;
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
    case 'place':
      return (
        <>
          <PlaceChoice options={question.options} chosen={draft.place} onAnswer={tagging.answer} />
          <PresenceChoice contacts={meeting.contacts} presentContactIds={question.presentContactIds} onAnswer={tagging.answer} />
        </>
      );
    case 'engagement':
      return (
        <EngagementChoice
          contacts={meeting.contacts}
          options={question.options}
          presentContactIds={question.presentContactIds}
          engagement={draft.engagement}
          onAnswer={tagging.answer}
        />
      );
  }
}
