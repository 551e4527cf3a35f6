/** Finds one account by a search, among those that may be chosen. Holds the search; the form around it holds the choice. */
import { Field, makeStyles, mergeClasses, Radio, RadioGroup, SearchBox, Text, tokens } from '@fluentui/react-components';
import { type JSX, useId, useState } from 'react';
import type { ListedAccount } from '../../../../api/contract/accounts.ts';
import { useListedAccounts } from '../../../client/queries.ts';
import { LinesSkeleton } from '../../../ui/states.tsx';
import { useText } from '../../../ui/text.tsx';
import { LoadFailure } from '../SectionParts.tsx';

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  box: { width: '100%', maxWidth: 'none' },
  line: { display: 'block', color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** More would push the buttons of a dialog away; a longer search finds the others. */
const maxShown = 5;
const skeletonLines = [
  { widthPercent: 70, heightPx: 32 },
  { widthPercent: 70, heightPx: 32 },
] as const;

interface AccountPickerProps {
  readonly label: string;
  readonly chosen: ListedAccount | undefined;
  readonly mayChoose: (account: ListedAccount) => boolean;
  readonly onChoose: (account: ListedAccount) => void;
}

export function AccountPicker({ label, chosen, mayChoose, onChoose }: AccountPickerProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const listId = useId();
  const [search, setSearch] = useState('');
  const found = useListedAccounts(search.trim());
  return (
    <div className={styles.picker}>
      <Field label={label}>
        <SearchBox
          className={styles.box}
          dismiss={{ 'aria-label': text('search.clear') }}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
          aria-controls={listId}
        />
      </Field>
      <div id={listId}>
        {found.data ? (
          <Choices accounts={found.data.accounts.filter(mayChoose)} label={label} chosen={chosen} onChoose={onChoose} />
        ) : found.error ? (
          <LoadFailure failure={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LinesSkeleton lines={skeletonLines} />
        )}
      </div>
      <Text size={200} className={styles.quiet} role="status">
        {chosen ? text('putRight.picker.chosen', { name: chosen.name }) : text('putRight.picker.hint')}
      </Text>
    </div>
  );
}

interface ChoicesProps extends Pick<AccountPickerProps, 'label' | 'chosen' | 'onChoose'> {
  readonly accounts: readonly ListedAccount[];
}

function Choices({ accounts, label, chosen, onChoose }: ChoicesProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const shown = accounts.slice(0, maxShown);
  if (shown.length === 0) return <Text>{text('putRight.noMatch')}</Text>;
  return (
    <RadioGroup
      aria-label={label}
      value={chosen?.accountId ?? ''}
      onChange={(_event, { value }) => {
        const account = shown.find(({ accountId }) => accountId === value);
        if (account) onChoose(account);
      }}
    >
      {shown.map(({ accountId, name, externalId, domains, mergedInto }) => (
        <Radio
          key={accountId}
          value={accountId}
          label={
            <>
              <span className={styles.line}>{name}</span>
              <span className={mergeClasses(styles.line, styles.quiet)}>
                {mergedInto ? text('putRight.mergedInto', { name: mergedInto.name }) : [externalId, ...domains.slice(0, 2)].join(', ')}
              </span>
            </>
          }
        />
      ))}
    </RadioGroup>
  );
}
