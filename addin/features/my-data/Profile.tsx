/** Who the person is to Firsthand, and how far their calendar is read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { MyDataReply } from '../../../api/contract/my-data.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { at, type Words } from './record-cells.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export function Profile({ profile, calendar }: Pick<MyDataReply, 'profile' | 'calendar'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const words = { text, formats: useFormats(), timeZone: useTimeZone() };
  const facts = [
    ['name', profile.name],
    ['mail', profile.mail],
    ['manager', profile.manager],
    ['roles', profile.roles.map((role) => text(`myData.appRole.${role}`)).join(', ')],
    ['enrolled', profile.enrolledAt && at(profile.enrolledAt, words)],
    ['calendar', calendar && calendarSentence(calendar, words)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null && [
            <dt key={name} className={styles.name}>
              {text(`myData.profile.${name}`)}
            </dt>,
            <dd key={`${name} value`} className={styles.value}>
              {value}
            </dd>,
          ],
      )}
    </dl>
  );
}

function calendarSentence(calendar: NonNullable<MyDataReply['calendar']>, words: Words): string {
  const { text } = words;
  const state = text(`mailbox.${calendar.state}`);
  const read = calendar.lastReadAt === null ? state : text('myData.profile.calendarRead', { state, at: at(calendar.lastReadAt, words) });
  return `${read}; ${text('myData.profile.counts', { events: calendar.eventsRead, meetings: calendar.customerMeetings })}`;
}
