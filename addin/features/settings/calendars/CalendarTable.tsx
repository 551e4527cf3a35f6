/** Every seller's calendar: when it was looked at, what the daily comparison put right, and whether Microsoft 365 tells of changes. */
import type { JSX } from 'react';
import type { StatusReply } from '../../../../api/contract/admin.ts';
import { FoldingTable } from '../../../ui/FoldingTable.tsx';
import { useText } from '../../../ui/text.tsx';
import { useInstantFormat } from '../instant-format.ts';
import { lagWords } from './lag-words.ts';

export function CalendarTable({ sellers }: Pick<StatusReply, 'sellers'>): JSX.Element {
  const text = useText();
  const formatInstant = useInstantFormat();
  const columns = [
    { head: text('calendars.column.name') },
    { head: text('calendars.column.lag'), isLabelled: true },
    { head: text('calendars.column.difference'), isLabelled: true },
    { head: text('calendars.column.subscription'), isLabelled: true },
  ];
  const rows = sellers.map(({ id, name, lagSeconds, difference, subscription: { state, endsAt } }) => {
    const lag = lagWords(lagSeconds);
    return {
      key: id,
      cells: [
        name,
        text(lag.key, { count: lag.count }),
        difference === null ? text('calendars.difference.unknown') : text('calendars.difference', { count: difference }),
        text(`calendars.subscription.${state}`, { when: endsAt === null ? '' : formatInstant(endsAt) }),
      ],
    };
  });
  return <FoldingTable label={text('calendars.title')} columns={columns} rows={rows} />;
}
