/** The seller's own accounts by what to do next: one sentence each, the most urgent first. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { maxOwnAccounts } from '../../api/contract/accounts.ts';
import { useMyAccounts } from '../client/queries.ts';
import { MyAccountList } from '../features/accounts/MyAccountList.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { hrefOf } from './hash-route.ts';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function MyAccountsPage(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const mine = useMyAccounts();
  if (!mine.data) return mine.error ? <FailureState failure={mine.error} onRetry={() => void mine.refetch()} /> : <TabSkeleton />;
  const { accounts, todayOn } = mine.data;
  const count = accounts.length;
  if (count === 0) {
    return (
      <EmptyState title={text('mine.empty.title')}>
        <Text>{text('mine.empty.sentence')}</Text>
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <Text className={styles.quiet}>{text(count < maxOwnAccounts ? 'mine.count' : 'mine.most', { count })}</Text>
      <MyAccountList accounts={accounts} todayOn={todayOn} toTagHref={hrefOf('to-tag')} />
    </div>
  );
}
