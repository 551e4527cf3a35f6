/** People as chips, each chosen or not by one tap; further ones stand behind a button unless they are chosen. */
import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import { useChoiceStyles } from './choice-styles.ts';
import { PersonName } from './PersonName.tsx';
import { useText } from './text.tsx';

const maxShown = 8;

interface Person {
  readonly contactId: string;
  readonly name: string;
  readonly isKeyPartner?: boolean;
}

interface PeopleChipsProps {
  /** Likeliest first. */
  readonly people: readonly Person[];
  readonly chosenIds: readonly string[];
  readonly onChoose: (contactId: string, isChosen: boolean) => void;
}

export function PeopleChips({ people, chosenIds, onChoose }: PeopleChipsProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? people : people.filter(({ contactId }, index) => index < maxShown || chosenIds.includes(contactId));
  const hidden = people.length - shown.length;
  return (
    <div className={styles.answers}>
      {shown.map(({ contactId, name, isKeyPartner = false }) => {
        const isChosen = chosenIds.includes(contactId);
        return (
          <ToggleButton
            key={contactId}
            size="small"
            shape="circular"
            className={mergeClasses(styles.answer, isChosen && styles.chosen)}
            checked={isChosen}
            onClick={() => onChoose(contactId, !isChosen)}
          >
            <PersonName name={name} isKeyPartner={isKeyPartner} />
          </ToggleButton>
        );
      })}
      {hidden > 0 && (
        <Button size="small" appearance="subtle" className={styles.answer} onClick={() => setShowsAll(true)}>
          {text('tag.people.more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}
