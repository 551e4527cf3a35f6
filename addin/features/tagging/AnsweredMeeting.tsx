/** A meeting that has its answer: what was said, the second step that refines it, and what it changed. A chunk of its own, fetched while the first question is read. */
import type { JSX } from 'react';
import { nextQuestion } from '../../../api/contract/tag-form.ts';
import { ColleaguesThere } from './ColleaguesThere.tsx';
import { ContradictionChoice } from './ContradictionChoice.tsx';
import { DisputedPresence } from './DisputedPresence.tsx';
import { EngagementChoice } from './EngagementChoice.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { PresenceChoice } from './PresenceChoice.tsx';
import { SpendField } from './SpendField.tsx';
import { TagEffect } from './TagEffect.tsx';
import type { TagFormProps } from './TagForm.tsx';
import { TagSummary } from './TagSummary.tsx';

export function AnsweredMeeting({ meeting, tagging, todayOn, myId, showsStrip, owner = null }: TagFormProps): JSX.Element {
  const { changes, draft, storedTag } = tagging.now;
  const isAskedAgain = meeting.isContradicted && draft.outcome === 'held' && !draft.answersContradiction;
  return (
    <>
      <TagSummary tagging={tagging} myId={myId} todayOn={todayOn} />
      {isAskedAgain && <ContradictionChoice meeting={meeting} tagging={tagging} />}
      <ColleaguesThere meeting={meeting} tagging={tagging} myId={myId} owner={owner} />
      <DisputedPresence meeting={meeting} tagging={tagging} myId={myId} />
      <SecondStep meeting={meeting} tagging={tagging} />
      <TagEffect changes={changes} tag={storedTag} contacts={meeting.contacts} todayOn={todayOn} showsStrip={showsStrip} />
    </>
  );
}

function SecondStep({ meeting, tagging }: Pick<TagFormProps, 'meeting' | 'tagging'>): JSX.Element | undefined {
  const { draft } = tagging.now;
  const question = nextQuestion(meeting, draft);
  switch (question?.kind) {
    case 'place':
      return (
        <>
          <PlaceChoice options={question.options} chosen={draft.place} onAnswer={tagging.answer} />
          <PresenceChoice
            contacts={meeting.contacts}
            presentContactIds={question.presentContactIds}
            isOutweighed={meeting.disputedPresence.length > 0}
            onAnswer={tagging.answer}
          />
          <SpendField spend={draft.spend} onAnswer={tagging.answer} />
        </>
      );
    case 'spend':
      return <SpendField spend={draft.spend} onAnswer={tagging.answer} />;
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
    default:
      return undefined;
  }
}
