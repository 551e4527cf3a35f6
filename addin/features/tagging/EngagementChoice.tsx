/** After a remote meeting: a note per person who was there, key partners first. Never required; the same tap takes a note back. */
import { Button, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { Answer, Draft } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import type { Engagement } from '../../../api/contract/vocabulary.ts';
import { useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { PersonName } from '../../ui/PersonName.tsx';
import { PresenceChoice } from './PresenceChoice.tsx';

/** Further people stand behind a button: key partners come first, and the question is optional. */
const maxShown = 3;

interface EngagementChoiceProps {
  readonly contacts: Meeting['contacts'];
  readonly options: readonly Engagement[];
  readonly presentContactIds: readonly string[];
  readonly engagement: Draft['engagement'];
  readonly onAnswer: (answer: Answer) => void;
}

export function EngagementChoice({ contacts, options, presentContactIds, engagement, onAnswer }: EngagementChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const [changesPresence, setChangesPresence] = useState(presentContactIds.length === 0);
  const present = contacts.filter(({ contactId }) => presentContactIds.includes(contactId));
  const shown = showsAll ? present : present.slice(0, maxShown);
  return (
    <div role="group" aria-label={text('tag.question.engagement')} className={styles.question}>
      <div className={styles.row}>
        <h3 className={styles.title}>{text('tag.question.engagement')}</h3>
        {present.length > 1 && (
          <Button size="small" onClick={() => onAnswer({ kind: 'all_engaged' })}>
            {text('tag.engagement.all')}
          </Button>
        )}
      </div>
      {shown.map((contact) => (
        <EngagementOf
          key={contact.contactId}
          contact={contact}
          options={options}
          chosen={engagement[contact.contactId]}
          onAnswer={onAnswer}
        />
      ))}
      <div className={styles.answers}>
        {present.length > shown.length && (
          <Button size="small" appearance="subtle" className={mergeClasses(styles.answer, styles.flush)} onClick={() => setShowsAll(true)}>
            {text('tag.people.more', { count: present.length - shown.length })}
          </Button>
        )}
        {!changesPresence && (
          <Button
            size="small"
            appearance="subtle"
            className={mergeClasses(styles.answer, present.length <= shown.length && styles.flush)}
            onClick={() => setChangesPresence(true)}
          >
            {text('tag.presence.change')}
          </Button>
        )}
      </div>
      {changesPresence && <PresenceChoice contacts={contacts} presentContactIds={presentContactIds} onAnswer={onAnswer} />}
      {present.length > 0 && <div className={styles.quiet}>{text('tag.engagement.optional')}</div>}
    </div>
  );
}

interface EngagementOfProps {
  readonly contact: Meeting['contacts'][number];
  readonly options: readonly Engagement[];
  readonly chosen: Engagement | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

function EngagementOf({ contact: { contactId, name, isKeyPartner }, options, chosen, onAnswer }: EngagementOfProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <div className={styles.person} role="group" aria-label={text('tag.engagement.of', { name })}>
      <PersonName name={name} isKeyPartner={isKeyPartner} />
      <div className={styles.answers}>
        {options.map((option) => (
          <ToggleButton
            key={option}
            size="small"
            shape="circular"
            className={mergeClasses(styles.answer, chosen === option && styles.chosen)}
            checked={chosen === option}
            onClick={() => onAnswer({ kind: 'engagement', contactId, engagement: chosen === option ? undefined : option })}
          >
            {text(`engagement.${option}`)}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
