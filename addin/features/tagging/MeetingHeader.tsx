/** Whose meeting it is: accounts with their word, people with a star for key partners, and the time. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { Details, detailsStop } from '../../ui/Details.tsx';
import { localDayOf } from '../../ui/formats.ts';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { PersonName } from '../../ui/PersonName.tsx';
import { accountNow, meetingDetails, namedPeople } from './tag-words.ts';
import type { WordChange } from './tagging-session.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusMedium },
  },
  account: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  people: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalS}` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface MeetingHeaderProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  /** What was answered on this page. */
  readonly changes: readonly WordChange[];
}

export function MeetingHeader({ meeting, todayOn, changes }: MeetingHeaderProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const lines = meetingDetails(meeting, changes, todayOn, { text, formats });
  return (
    <Details lines={lines}>
      <header className={styles.header} {...detailsStop(lines)}>
        {meeting.accounts
          .map((account) => accountNow(account, changes))
          .map((account) => (
            <div key={account.accountId} className={styles.account}>
              <h2 className={styles.name}>
                <AccountName accountId={account.accountId} name={account.name} />
              </h2>
              <HealthWord word={account.word} decidingUnanswered={account.decidingUnanswered} />
            </div>
          ))}
        {meeting.accounts.length === 0 && (
          <>
            <h2 className={styles.name}>{text('meeting.accountOpen')}</h2>
            <Text size={200}>{text('meeting.accountOpen.sentence')}</Text>
          </>
        )}
        <PeopleLine contacts={meeting.contacts} />
        <Text className={styles.quiet}>{useMeetingTime(meeting, todayOn)}</Text>
        {meeting.isHistory && (
          <Text size={200} className={styles.quiet}>
            {text('meeting.history')}
          </Text>
        )}
      </header>
    </Details>
  );
}

/** The contacts of a meeting on one line, key partners first. */
export function PeopleLine({ contacts }: { readonly contacts: Meeting['contacts'] }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { named, hidden } = namedPeople(contacts);
  return (
    <div className={styles.people}>
      {named.map(({ contactId, name, isKeyPartner }) => (
        <PersonName key={contactId} name={name} isKeyPartner={isKeyPartner} />
      ))}
      {hidden.length > 0 && (
        <span title={formats.list(hidden.map(({ name }) => name))}>{text('meeting.people.more', { count: hidden.length })}</span>
      )}
    </div>
  );
}

/** `Tue 3 Nov, 12:30 – 14:00, 2 days ago`, in the device's zone. */
function useMeetingTime({ startsAt, endsAt, isAllDay }: Meeting, todayOn: string): string {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const on = localDayOf(startsAt, timeZone);
  const hours = isAllDay ? text('meeting.allDay') : formats.timeRange({ startsAt, endsAt });
  return [formats.day(on), hours, formats.daysAgo({ on, todayOn })].join(', ');
}
