/** The section that puts right which account is which: finds accounts, merges two that are one customer, and splits one that is two. */
import { Button, Field, makeStyles, mergeClasses, SearchBox, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { ListedAccount } from '../../../../api/contract/accounts.ts';
import { useListedAccounts } from '../../../client/queries.ts';
import { FoldingTable } from '../../../ui/FoldingTable.tsx';
import { PageSection } from '../../../ui/PageSection.tsx';
import { LinesSkeleton } from '../../../ui/states.tsx';
import { useText } from '../../../ui/text.tsx';
import { LoadFailure } from '../SectionParts.tsx';
import { useAsked } from '../use-asked.ts';
import { AccountActions, type AccountAction } from './AccountActions.tsx';
import type { AccountDialogProps } from './account-dialog.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { SeparateDialog } from './SeparateDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

const useStyles = makeStyles({
  search: { maxWidth: '400px' },
  box: { width: '100%', maxWidth: 'none' },
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  more: { alignSelf: 'flex-start' },
});

const skeletonLines = [
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 100, heightPx: 40 },
] as const;
/** Accounts that are shown before somebody asks for more: a search finds the others sooner. */
const firstShown = 10;

export function PutRight(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const [search, setSearch] = useState('');
  const { about, count, isOpen, ask, close } = useAsked<{ readonly action: AccountAction; readonly account: ListedAccount }>();
  const found = useListedAccounts(search.trim());
  return (
    <PageSection title={text('putRight.title')} sentence={text('putRight.sentence')}>
      <Field label={text('putRight.search')} className={styles.search}>
        <SearchBox
          className={styles.box}
          dismiss={{ 'aria-label': text('search.clear') }}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
      </Field>
      {found.data ? (
        <FoundAccounts key={search} {...found.data} search={search} onAsk={(action, account) => ask({ action, account })} />
      ) : found.error ? (
        <LoadFailure failure={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LinesSkeleton lines={skeletonLines} />
      )}
      {about && <AskedDialog key={count} {...about} isOpen={isOpen} onClose={close} />}
    </PageSection>
  );
}

function AskedDialog({ action, ...dialog }: AccountDialogProps & { readonly action: AccountAction }): JSX.Element {
  switch (action) {
    case 'merge':
      return <MergeDialog {...dialog} />;
    case 'split':
      return <SplitDialog {...dialog} />;
    case 'separate':
      return <SeparateDialog {...dialog} />;
  }
}

interface FoundAccountsProps {
  readonly total: number;
  readonly accounts: readonly ListedAccount[];
  readonly search: string;
  readonly onAsk: (action: AccountAction, account: ListedAccount) => void;
}

function FoundAccounts({ total, accounts, search, onAsk }: FoundAccountsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const [limit, setLimit] = useState(firstShown);
  if (accounts.length === 0) return <Text>{text(search.trim() === '' ? 'putRight.none' : 'putRight.noMatch')}</Text>;
  const shown = accounts.slice(0, limit);
  const columns = [
    { head: text('putRight.column.account') },
    { head: text('putRight.column.domains') },
    { head: text('putRight.column.owner'), isLabelled: true },
    { head: text('putRight.column.actions'), isTight: true },
  ];
  return (
    <>
      <FoldingTable
        label={text('putRight.title')}
        columns={columns}
        rows={shown.map((account) => ({
          key: account.accountId,
          cells: [
            <NameCell key="name" account={account} />,
            account.domains.length > 0 ? account.domains.join(', ') : undefined,
            account.ownerName ?? text('putRight.noOwner'),
            <AccountActions key="actions" account={account} onAsk={onAsk} />,
          ],
        }))}
      />
      <Text size={200} className={styles.quiet} role="status">
        {text('putRight.shownOf', { shown: shown.length, total })}
      </Text>
      {accounts.length > shown.length && (
        <Button className={styles.more} onClick={() => setLimit(accounts.length)}>
          {text('list.more', { count: accounts.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function NameCell({ account: { name, externalId, mergedInto } }: { readonly account: ListedAccount }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={mergeClasses(styles.line, styles.quiet)}>{externalId}</span>
      {mergedInto && <span className={styles.line}>{text('putRight.mergedInto', { name: mergedInto.name })}</span>}
    </>
  );
}
