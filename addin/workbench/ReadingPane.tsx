/** The open meeting as Outlook would show it: what, when, where, who and their answers, and the notes as plain text. */
import { Badge, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { dayLabel, localDay, spanLabel } from './calendar-days.ts';
import type { Attendee, OutlookItem } from './endpoints.ts';
import { text } from './text.ts';

const useStyles = makeStyles({
  pane: { padding: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  subject: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  badges: { display: 'flex', gap: tokens.spacingHorizontalXS, marginBlock: tokens.spacingVerticalXS },
  word: { textTransform: 'capitalize' },
  facts: { margin: `${tokens.spacingVerticalM} 0 0`, display: 'grid', gap: tokens.spacingVerticalM },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  people: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  notes: { whiteSpace: 'pre-wrap' },
});

interface ReadingPaneProps {
  readonly item: OutlookItem;
  readonly ownAddress: string;
  readonly timeZone: string;
}

export function ReadingPane({ item, ownAddress, timeZone }: ReadingPaneProps) {
  const styles = useStyles();
  const day = dayLabel(localDay(item.start, timeZone));
  return (
    <article className={styles.pane} aria-label={text.readingPane}>
      <h3 className={styles.subject}>{item.subject || text.untitled}</h3>
      {(item.isCancelled || item.sensitivity.toLowerCase() !== 'normal') && (
        <div className={styles.badges}>
          {item.isCancelled && <Badge appearance="tint">{text.cancelled}</Badge>}
          {item.sensitivity.toLowerCase() !== 'normal' && (
            <Badge appearance="tint" className={styles.word}>
              {item.sensitivity}
            </Badge>
          )}
        </div>
      )}
      <dl className={styles.facts}>
        <Fact name={text.when}>{item.isAllDay ? `${day}, ${text.allDay.toLowerCase()}` : `${day}, ${spanLabel(item, timeZone)}`}</Fact>
        <Fact name={text.where}>{item.location || text.noPlace}</Fact>
        <Fact name={text.organizer}>
          {item.organizer.name}
          {item.organizer.address === ownAddress && ` (${text.you})`}
        </Fact>
        <People name={text.people} people={item.requiredAttendees} ownAddress={ownAddress} />
        {item.optionalAttendees.length > 0 && <People name={text.optionalPeople} people={item.optionalAttendees} ownAddress={ownAddress} />}
        {item.body.trim() !== '' && (
          <Fact name={text.notes}>
            <span className={styles.notes}>{item.body.trim()}</span>
          </Fact>
        )}
      </dl>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function People({
  name,
  people,
  ownAddress,
}: {
  readonly name: string;
  readonly people: readonly Attendee[];
  readonly ownAddress: string;
}) {
  const styles = useStyles();
  return (
    <Fact name={name}>
      {people.length === 0 ? (
        text.nobody
      ) : (
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.emailAddress}>
              {person.displayName || person.emailAddress}
              {person.emailAddress === ownAddress && ` (${text.you})`}{' '}
              <Text size={200} className={styles.quiet}>
                {text.responses[person.appointmentResponse] ?? person.appointmentResponse}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Fact>
  );
}
