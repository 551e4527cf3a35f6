/** The admin's page: whose calendars are read, and how far. What can be set follows with the issues that need it. */
import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { StatusReply } from '../../api/contract/admin.ts';
import { useStatus } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { SellerTable } from '../features/settings/SellerTable.tsx';
import { useText } from '../ui/text.tsx';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  progress: { maxWidth: '320px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function SettingsPage(): JSX.Element {
  const status = useStatus();
  if (status.data) return <LoadedStatus status={status.data} />;
  if (status.error) return <FailureState failure={status.error} onRetry={() => void status.refetch()} />;
  return <TabSkeleton />;
}

function LoadedStatus({ status: { sellers, accounts, eventsRead, isComplete } }: { readonly status: StatusReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const read = sellers.filter(({ state }) => state === 'read').length;
  const progress = text('settings.progress', { read, total: sellers.length });
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{text('settings.sellers')}</h2>
      <Text>{text('settings.sellers.sentence')}</Text>
      {sellers.length === 0 ? (
        <Text>{text('settings.sellers.none')}</Text>
      ) : (
        <>
          <Text role="status">
            {progress}, {text('settings.events', { count: eventsRead })}, {text('settings.accounts', { count: accounts })}
          </Text>
          {!isComplete && <ProgressBar className={styles.progress} value={read} max={sellers.length} aria-label={progress} />}
          <SellerTable sellers={sellers} />
        </>
      )}
    </div>
  );
}
