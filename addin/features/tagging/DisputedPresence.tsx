/** Colleagues remember differently whether somebody was there: each of them is asked, and no answer is held to be the right one. */
import { mergeClasses, ToggleButton } from '@fluentui/react-components';
import type { JSX } from 'react';
import { presentIn } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import type { Tagging } from './use-tagging.tsx';

interface DisputedPresenceProps {
  readonly meeting: Meeting;
  readonly tagging: Tagging;
  readonly myId: string | undefined;
}

export function DisputedPresence({ meeting, tagging, myId }: DisputedPresenceProps): JSX.Element {
  return (
    <>
      {meeting.disputedPresence.map((dispute) => (
        <Dispute key={dispute.contactId} dispute={dispute} meeting={meeting} tagging={tagging} myId={myId} />
      ))}
    </>
  );
}

interface DisputeProps extends DisputedPresenceProps {
  readonly dispute: Meeting['disputedPresence'][number];
}

function Dispute({ dispute: { contactId, saidPresent, saidAbsent }, meeting, tagging, myId }: DisputeProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const name = meeting.contacts.find((contact) => contact.contactId === contactId)?.name ?? '';
  const namesOf = (people: typeof saidPresent): string => formats.list(people.map((one) => (one.id === myId ? text('tag.you') : one.name)));
  // A tap of this visit counts at once; before it, what this seller has said, and not what the newest answer says.
  const isAnswered = tagging.now.changes.length > 0 || tagging.now.phase !== 'saved';
  const isPresent = isAnswered ? presentIn(meeting, tagging.now.draft).includes(contactId) : saidPresent.some(({ id }) => id === myId);
  const question = text('tag.question.disputed', { name });
  return (
    <div role="group" aria-label={question} className={styles.question}>
      <h3 className={styles.title}>{question}</h3>
      <div className={styles.quiet}>{text('tag.disputed.sentence', { present: namesOf(saidPresent), absent: namesOf(saidAbsent) })}</div>
      <div className={styles.answers}>
        {[true, false].map((isThere) => (
          <ToggleButton
            key={String(isThere)}
            size="small"
            shape="circular"
            className={mergeClasses(styles.answer, isPresent === isThere && styles.chosen)}
            checked={isPresent === isThere}
            onClick={() => tagging.answer({ kind: 'presence', contactId, isPresent: isThere })}
          >
            {text(isThere ? 'tag.disputed.yes' : 'tag.disputed.no')}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
