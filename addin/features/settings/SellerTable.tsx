/** The sellers of the tenant and how far the calendar of each is read. Changes nothing. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { StatusReply } from '../../../api/contract/admin.ts';
import { useText } from '../../ui/text.tsx';

const narrow = '@media (max-width: 559px)';

const useStyles = makeStyles({
  table: { width: '100%', maxWidth: '800px', borderCollapse: 'collapse' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, borderBottomColor: tokens.colorNeutralStroke1 },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  wideOnly: { [narrow]: { display: 'none' } },
  folded: {
    display: 'none',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { display: 'block' },
  },
});

export function SellerTable({ sellers }: Pick<StatusReply, 'sellers'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={head}>
            {text('settings.column.name')}
          </th>
          <th scope="col" className={head}>
            {text('settings.column.state')}
          </th>
          <th scope="col" className={mergeClasses(head, styles.number, styles.wideOnly)}>
            {text('settings.column.events')}
          </th>
          <th scope="col" className={mergeClasses(head, styles.number)}>
            {text('settings.column.meetings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sellers.map(({ id, name, state, eventsRead, customerMeetings }) => (
          <tr key={id}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            <td className={styles.cell}>
              {text(`mailbox.${state}`)}
              <span className={styles.folded}>{text('settings.eventsShort', { count: eventsRead })}</span>
            </td>
            <td className={mergeClasses(styles.cell, styles.number, styles.wideOnly)}>{text('number', { value: eventsRead })}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{text('number', { value: customerMeetings })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
