/** Who was there: every contact of the invitation as a chip; those who accepted are credited until the seller says otherwise. */
import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useText } from '../../ui/text.tsx';
import { useChoiceStyles } from './choice-styles.ts';
import { PersonName } from './PersonName.tsx';

/** More people than this stand behind a button, unless they are present. */
const maxShown = 8;

interface PresenceChoiceProps {
  readonly contacts: Meeting['contacts'];
  readonly presentContactIds: readonly string[];
  readonly onAnswer: (answer: Answer) => void;
}

export function PresenceChoice({ contacts, presentContactIds, onAnswer }: PresenceChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? contacts : contacts.filter(({ contactId }, index) => index < maxShown || presentContactIds.includes(contactId));
  const hidden = contacts.length - shown.length;
  return (
    <div role="group" aria-label={text('tag.question.presence')} className={styles.question}>
      <h3 className={styles.title}>{text('tag.question.presence')}</h3>
      <div className={styles.answers}>
        {shown.map((contact) => {
          const isPresent = presentContactIds.includes(contact.contactId);
          return (
            <ToggleButton
              key={contact.contactId}
              size="small"
              shape="circular"
              className={mergeClasses(styles.answer, isPresent && styles.chosen)}
              checked={isPresent}
              onClick={() => onAnswer({ kind: 'presence', contactId: contact.contactId, isPresent: !isPresent })}
            >
              <PersonName name={contact.name} isKeyPartner={contact.isKeyPartner} />
            </ToggleButton>
          );
        })}
        {hidden > 0 && (
          <Button size="small" appearance="subtle" className={styles.answer} onClick={() => setShowsAll(true)}>
            {text('tag.people.more', { count: hidden })}
          </Button>
        )}
      </div>
      {presentContactIds.length === 0 && <div className={styles.quiet}>{text('tag.presence.nobody')}</div>}
    </div>
  );
}
