/** The page behind "I met someone": the seller's accounts, and what a meeting added by hand changed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useMyAccounts } from '../client/queries.ts';
import { MetSomeone } from '../features/by-hand/MetSomeone.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { TagEffect } from '../features/tagging/TagEffect.tsx';
import { useText } from '../ui/text.tsx';
import { BackLink } from './BackLink.tsx';
import { hrefOf } from './hash-route.ts';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

export function MetSomeonePage(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.page}>
      <BackLink href={hrefOf('to-tag')}>{text('nav.to_tag')}</BackLink>
      <LoadingAccounts />
    </div>
  );
}

function LoadingAccounts(): JSX.Element {
  const mine = useMyAccounts();
  if (!mine.data) return mine.error ? <FailureState failure={mine.error} onRetry={() => void mine.refetch()} /> : <TabSkeleton />;
  return (
    <MetSomeone
      accounts={mine.data.accounts}
      todayOn={mine.data.todayOn}
      effectOf={({ stored: { changes, tag, todayOn }, met }) => (
        <TagEffect changes={changes} tag={tag} contacts={met} todayOn={todayOn} showsStrip />
      )}
    />
  );
}
