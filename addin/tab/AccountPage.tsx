/** One account: how it stands, why, and with whom. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { AccountReply } from '../../api/contract/accounts.ts';
import type { CallFailure } from '../client/call.ts';
import { useAccount, useAccountMeetings, useMe } from '../client/queries.ts';
import { AccountHeader } from '../features/accounts/AccountHeader.tsx';
import { AccountNotices } from '../features/accounts/AccountNotices.tsx';
import { AccountSkeleton } from '../features/accounts/AccountSkeleton.tsx';
import { AccountTimeline } from '../features/accounts/AccountTimeline.tsx';
import { AskInPerson } from '../features/accounts/AskInPerson.tsx';
import { Asks } from '../features/accounts/Asks.tsx';
import { Colleagues } from '../features/accounts/Colleagues.tsx';
import { type Figure, stripSpan } from '../features/accounts/explanation.ts';
import { KeyPartners } from '../features/accounts/KeyPartners.tsx';
import { remoteSinceOn } from '../features/accounts/meeting-lanes.ts';
import { columns, ownColumn } from '../features/accounts/page-columns.ts';
import { PauseDialog } from '../features/accounts/PauseDialog.tsx';
import { Plans } from '../features/accounts/Plans.tsx';
import { PlanVisit } from '../features/accounts/PlanVisit.tsx';
import { ScoreLines } from '../features/accounts/ScoreLines.tsx';
import { WhereToMeet } from '../features/accounts/WhereToMeet.tsx';
import { WhyPanel } from '../features/accounts/WhyPanel.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { BackLink } from './BackLink.tsx';
import { hrefOf } from './hash-route.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  framed: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalM },
  columns,
  ownColumn,
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface AccountPageProps {
  readonly accountId: string;
  /** The page above this one. */
  readonly above: { readonly name: 'to_tag' | 'my_accounts' | 'team' | 'settings'; readonly path: string };
}

export function AccountPage({ accountId, above }: AccountPageProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  useEffect(() => {
    // The list that was left may have been scrolled far down. In braces: newer browsers return a promise, which is no way to clean up.
    window.scrollTo({ top: 0 });
  }, [accountId]);
  return (
    <div className={styles.framed}>
      <BackLink href={hrefOf(above.path)}>{text(`nav.${above.name}`)}</BackLink>
      <LoadingAccount key={accountId} accountId={accountId} />
    </div>
  );
}

function LoadingAccount({ accountId }: { readonly accountId: string }): JSX.Element {
  const text = useText();
  const found = useAccount(accountId);
  if (found.data) return <LoadedAccount reply={found.data} />;
  if (!found.error) return <AccountSkeleton />;
  if (!isNotThere(found.error)) return <FailureState failure={found.error} onRetry={() => void found.refetch()} />;
  return (
    <EmptyState title={text('account.notFound.title')}>
      <Text>{text('account.notFound.sentence')}</Text>
    </EmptyState>
  );
}

/** Not one of the caller's accounts, or no id of an account at all. */
function isNotThere(failure: CallFailure): boolean {
  return failure.kind === 'problem' && (failure.code === 'account_not_found' || failure.code === 'not_found');
}

function LoadedAccount({ reply }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const [why, setWhy] = useState<Figure | undefined>();
  const { account, health, todayOn, mayPause, pause } = reply;
  const year = useAccountMeetings(account.accountId, stripSpan(todayOn));
  const since = year.data && remoteSinceOn(year.data.meetings, health.virtualStreak, health.lastNearOn);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // So that the keyboard goes on from here and not from the list that was left; never out of the program around the page.
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  const isSeller = useMe().data?.roles.includes('seller') ?? false;
  const names = { accountId: account.accountId, accountName: account.name };
  const actions = (
    <div className={styles.actions}>
      <PlanVisit {...names} />
      <AskInPerson {...names} />
      {mayPause && <PauseDialog accountId={account.accountId} name={account.name} todayOn={todayOn} pause={pause} />}
    </div>
  );
  return (
    <div className={styles.page}>
      <AccountHeader reply={reply} remoteSinceOn={since} onWhy={setWhy} heading={heading} actions={actions} />
      <AccountNotices reply={reply} onResumed={() => heading.current?.focus()} />
      <AccountTimeline reply={reply} year={year} onWhy={setWhy} />
      <div className={styles.columns}>
        <div className={styles.ownColumn}>
          <ScoreLines reply={reply} onWhy={setWhy} />
        </div>
        <KeyPartners reply={reply} />
        <Colleagues reply={reply} />
      </div>
      <div className={styles.columns}>
        <Plans reply={reply} isSeller={isSeller} />
        <Asks reply={reply} />
        <WhereToMeet reply={reply} />
      </div>
      {why && <WhyPanel reply={reply} figure={why} onClose={() => setWhy(undefined)} />}
    </div>
  );
}
