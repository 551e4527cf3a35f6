/** Who was there: every contact of the invitation as a chip; those who accepted are credited until the seller says otherwise. */
import type { JSX } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useText } from '../../ui/text.tsx';

interface PresenceChoiceProps {
  readonly contacts: Meeting['contacts'];
  readonly presentContactIds: readonly string[];
  /** Whether a colleague's answer counts somebody as present whom this one does not. */
  readonly isOutweighed?: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

export function PresenceChoice({ contacts, presentContactIds, isOutweighed = false, onAnswer }: PresenceChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <div role="group" aria-label={text('tag.question.presence')} className={styles.question}>
      <h3 className={styles.title}>{text('tag.question.presence')}</h3>
      <PeopleChips
        people={contacts}
        chosenIds={presentContactIds}
        onChoose={(contactId, isPresent) => onAnswer({ kind: 'presence', contactId, isPresent })}
      />
      {presentContactIds.length === 0 && !isOutweighed && <div className={styles.quiet}>{text('tag.presence.nobody')}</div>}
    </div>
  );
}
