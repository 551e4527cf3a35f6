/** Meetings as lines: mark, day, subject, who was there. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Star16Filled } from '@fluentui/react-icons/svg/star';
import type { JSX } from 'react';
import type { AccountMeeting } from '../../../api/contract/accounts.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { display: 'inline-flex', paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  when: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  star: { display: 'inline-flex', verticalAlign: 'text-bottom', marginInlineStart: '2px' },
});

interface MeetingListProps {
  readonly meetings: readonly AccountMeeting[];
  readonly todayOn: string;
}

export function MeetingList({ meetings, todayOn }: MeetingListProps): JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {meetings.map((meeting) => (
        <li key={meeting.meetingId} className={styles.line}>
          <span className={styles.mark}>
            <ModalityMark mark={meeting.mark} />
          </span>
          <MeetingWords meeting={meeting} todayOn={todayOn} />
        </li>
      ))}
    </ul>
  );
}

interface MeetingWordsProps {
  readonly meeting: AccountMeeting;
  readonly todayOn: string;
}

/** What is known of one meeting; the same in a list and in the strip's card. */
export function MeetingWords({ meeting, todayOn }: MeetingWordsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { on, mark, subject, contacts, disputedContactIds, sellers } = meeting;
  const disputed = contacts.filter(({ contactId }) => disputedContactIds.includes(contactId)).map(({ name }) => name);
  return (
    <span className={styles.words}>
      <span className={styles.when}>
        <Text weight="semibold">{formats.fullDay(on)}</Text>
        <Text className={styles.quiet}>{formats.daysAgo({ on, todayOn })}</Text>
      </span>
      <span>
        {text(`mark.${mark}`)}
        {' · '}
        {subject || text('meeting.noSubject')}
      </span>
      {contacts.length > 0 && (
        <span>
          {contacts.map(({ contactId, name, isKeyPartner }, index) => (
            <span key={contactId}>
              {index > 0 && ', '}
              {name}
              {isKeyPartner && (
                <span className={styles.star} role="img" aria-label={text('tag.keyPartner')}>
                  <Star16Filled />
                </span>
              )}
            </span>
          ))}
        </span>
      )}
      <Text size={200} className={styles.quiet}>
        {sellers.map(({ name }) => name).join(', ')}
      </Text>
      {disputed.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {text('meeting.disputed', { names: formats.list(disputed) })}
        </Text>
      )}
    </span>
  );
}
