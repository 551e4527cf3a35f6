/** Whether the calendars are up to date: all well in one sentence, or what is not, each in one; the calendars one by one when asked for. */
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { StatusReply } from '../../../../api/contract/admin.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { PageSection } from '../../../ui/PageSection.tsx';
import { useText } from '../../../ui/text.tsx';
import { useInstantFormat } from '../instant-format.ts';
import { CalendarTable } from './CalendarTable.tsx';
import { lagWords } from './lag-words.ts';
import { SetAside } from './SetAside.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  facts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Trouble = StatusReply['troubles'][number];

/** What waits for somebody; the others go on by themselves. */
const needsSomebody: ReadonlySet<Trouble['kind']> = new Set([
  'consent_refused',
  'directory_refused',
  'directory_gone',
  'set_aside',
  'out_of_scope',
]);

export function CalendarStatus({ status }: { readonly status: StatusReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  // A house may have thousands of calendars: their rows are made when somebody asks for them.
  const [isOpened, setIsOpened] = useState(false);
  const { sellers, troubles } = status;
  return (
    <PageSection title={text('calendars.title')} sentence={text('calendars.sentence')}>
      <div>
        {troubles.length === 0 ? (
          <Text>{text('calendars.well')}</Text>
        ) : (
          <ul className={styles.list}>
            {troubles.map((trouble) => (
              <li key={trouble.kind}>
                <TroubleBar trouble={trouble} status={status} />
              </li>
            ))}
          </ul>
        )}
        <SetAside setAside={status.setAside} />
      </div>
      <Facts status={status} />
      <Disclosure summary={text('calendars.each', { count: sellers.length })} onOpen={() => setIsOpened(true)}>
        {isOpened && <CalendarTable sellers={sellers} />}
      </Disclosure>
    </PageSection>
  );
}

function TroubleBar({ trouble: { kind, count }, status }: { readonly trouble: Trouble; readonly status: StatusReply }): JSX.Element {
  const text = useText();
  const formatInstant = useInstantFormat();
  const since = sinceOf(kind, status);
  return (
    <MessageBar intent={needsSomebody.has(kind) ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        {text(`calendars.trouble.${kind}`, { count })}
        {since !== null && ` ${text('calendars.sinceWhen', { when: formatInstant(since) })}`}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Null where it is not one moment. */
function sinceOf(kind: Trouble['kind'], { consentRefusedSince, directory }: StatusReply): string | null {
  switch (kind) {
    case 'consent_refused':
      return consentRefusedSince;
    case 'directory_refused':
    case 'directory_gone':
    case 'directory_unreadable':
      return directory.refusedSince;
    case 'set_aside':
    case 'failed':
    case 'late':
    case 'out_of_scope':
    case 'no_mailbox':
    case 'not_told':
    case 'throttled':
      return null;
  }
}

function Facts({ status: { longestLagSeconds, directory, graphRequests } }: { readonly status: StatusReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formatInstant = useInstantFormat();
  const lag = lagWords(longestLagSeconds);
  return (
    <div className={styles.facts}>
      {longestLagSeconds !== null && (
        <Text className={styles.quiet}>{text('calendars.longestLag', { when: text(lag.key, { count: lag.count }) })}</Text>
      )}
      {directory.readAt !== null && (
        <Text className={styles.quiet}>{text('calendars.directoryRead', { when: formatInstant(directory.readAt) })}</Text>
      )}
      <Text className={styles.quiet}>{text('calendars.requests', graphRequests)}</Text>
    </div>
  );
}
