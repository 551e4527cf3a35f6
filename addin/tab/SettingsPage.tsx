/** The admin's page: what is set up, in the order in which an admin meets it, with what is hard to take back last. */
import { makeStyles, ProgressBar, Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { StatusReply } from '../../api/contract/admin.ts';
import type { Me } from '../../api/contract/person.ts';
import { useStatus } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { AccountImport } from '../features/settings/account-import/AccountImport.tsx';
import { AccountRules } from '../features/settings/account-rules/AccountRules.tsx';
import { PutRight } from '../features/settings/accounts/PutRight.tsx';
import { CalendarStatus } from '../features/settings/calendars/CalendarStatus.tsx';
import { SellerTable } from '../features/settings/SellerTable.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { PageSection } from '../ui/PageSection.tsx';
import { useText } from '../ui/text.tsx';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  progress: { maxWidth: '320px' },
});

export function SettingsPage({ me }: { readonly me: Me }): JSX.Element {
  const status = useStatus();
  if (status.data) return <LoadedSettings status={status.data} me={me} />;
  if (status.error) return <FailureState failure={status.error} onRetry={() => void status.refetch()} />;
  return <TabSkeleton />;
}

function LoadedSettings({ status, me: { id, currency } }: { readonly status: StatusReply; readonly me: Me }): JSX.Element {
  return (
    <div>
      <Sellers status={status} />
      {status.sellers.length > 0 && <CalendarStatus status={status} />}
      {/* Accounts are counted in the tenant's currency: before there is one, nothing of them can be set. */}
      {currency !== null && (
        <>
          <AccountImport currency={currency} myId={id} />
          <AccountRules />
          <PutRight />
        </>
      )}
    </div>
  );
}

function Sellers({ status: { sellers, accounts, eventsRead, isComplete } }: { readonly status: StatusReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const read = sellers.filter(({ state }) => state === 'read').length;
  const progress = text('settings.progress', { read, total: sellers.length });
  return (
    <PageSection title={text('settings.sellers')} sentence={text('settings.sellers.sentence')}>
      {sellers.length === 0 ? (
        <Text>{text('settings.sellers.none')}</Text>
      ) : (
        <>
          <Text role="status">
            {progress}, {text('settings.events', { count: eventsRead })}, {text('settings.accounts', { count: accounts })}
          </Text>
          {!isComplete && <ProgressBar className={styles.progress} value={read} max={sellers.length} aria-label={progress} />}
          <Disclosure summary={text('settings.sellers.each', { count: sellers.length })} isOpenAtFirst={read < sellers.length}>
            <SellerTable sellers={sellers} />
          </Disclosure>
        </>
      )}
    </PageSection>
  );
}
