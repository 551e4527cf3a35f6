/** What may leave an account in a split: its domains, and its contacts one by one. */
import { Checkbox, Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import { useAccountContacts } from '../../../client/queries.ts';
import { LinesSkeleton } from '../../../ui/states.tsx';
import { useFormats, useText } from '../../../ui/text.tsx';
import { LoadFailure } from '../SectionParts.tsx';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { display: 'flex', flexDirection: 'column', maxHeight: '200px', overflowY: 'auto' },
  line: { display: 'block', color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
});

/** More contacts than these get a field to find one. */
const searchFrom = 8;
const skeletonLines = [
  { widthPercent: 60, heightPx: 24 },
  { widthPercent: 60, heightPx: 24 },
] as const;

interface ChosenProps {
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (value: string) => void;
}

export function SplitDomains({ domains, chosen, onToggle }: ChosenProps & { readonly domains: readonly string[] }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text('putRight.split.domains')}</legend>
      <Text className={styles.quiet}>{text(domains.length > 0 ? 'putRight.split.domains.hint' : 'putRight.split.domains.none')}</Text>
      {domains.map((domain) => (
        <Checkbox
          key={domain}
          label={<span className={styles.line}>{domain}</span>}
          checked={chosen.has(domain)}
          onChange={() => onToggle(domain)}
        />
      ))}
    </fieldset>
  );
}

export function SplitContacts({ accountId, chosen, onToggle }: ChosenProps & { readonly accountId: string }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const contacts = useAccountContacts(accountId);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text('putRight.split.contacts')}</legend>
      {contacts.data ? (
        <ContactList contacts={contacts.data.contacts} chosen={chosen} onToggle={onToggle} />
      ) : contacts.error ? (
        <LoadFailure failure={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : (
        <LinesSkeleton lines={skeletonLines} />
      )}
    </fieldset>
  );
}

interface ContactListProps extends ChosenProps {
  readonly contacts: readonly { readonly contactId: string; readonly name: string; readonly mail: string }[];
}

function ContactList({ contacts, chosen, onToggle }: ContactListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { locale } = useFormats();
  const [search, setSearch] = useState('');
  const part = search.trim().toLocaleLowerCase(locale);
  const shown = contacts.filter(({ name, mail }) => `${name} ${mail}`.toLocaleLowerCase(locale).includes(part));
  if (contacts.length === 0) return <Text className={styles.quiet}>{text('putRight.split.contacts.none')}</Text>;
  return (
    <>
      {contacts.length > searchFrom && (
        <Field label={text('putRight.split.contacts.find')}>
          <Input value={search} onChange={(_event, { value }) => setSearch(value)} />
        </Field>
      )}
      <div className={styles.list}>
        {shown.map(({ contactId, name, mail }) => (
          <Checkbox
            key={contactId}
            checked={chosen.has(contactId)}
            onChange={() => onToggle(contactId)}
            label={
              <>
                <span className={styles.line}>{name}</span>
                {mail !== name && <span className={mergeClasses(styles.line, styles.quiet)}>{mail}</span>}
              </>
            }
          />
        ))}
      </div>
      <Text className={styles.quiet} role="status">
        {text('putRight.split.contacts.chosen', { count: chosen.size })}
      </Text>
    </>
  );
}
