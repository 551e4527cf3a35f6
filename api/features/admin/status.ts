/** How far the first read of the calendars has come, for the admin. Counts and names of sellers, no content. */
import type { mailboxStates, status as route } from '../../contract/admin.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const status: Handler<typeof route> = ({ transaction }) =>
  transaction(async (tx) => {
    const rows = await tx
      .selectFrom('person as p')
      .innerJoin('mailbox as b', (join) => join.onRef('b.tenant_id', '=', 'p.tenant_id').onRef('b.seller_id', '=', 'p.person_id'))
      .where('p.is_seller', '=', true)
      .select(['p.person_id', 'p.display_name', 'b.state', 'b.events_read', 'b.customer_meetings', 'b.first_read_at'])
      .orderBy('p.display_name')
      .execute();
    const { accounts } = await tx
      .selectFrom('account')
      .select(({ fn }) => fn.countAll<number>().as('accounts'))
      .executeTakeFirstOrThrow();
    return ok({
      sellers: rows.map((row) => ({
        id: row.person_id,
        name: row.display_name,
        state: row.state as (typeof mailboxStates)[number],
        eventsRead: row.events_read,
        customerMeetings: row.customer_meetings,
      })),
      accounts,
      eventsRead: rows.reduce((sum, row) => sum + row.events_read, 0),
      isComplete: rows.length > 0 && rows.every((row) => row.first_read_at !== null || isSettled(row.state)),
    });
  });

/** States in which a mailbox stays until somebody changes something. */
function isSettled(state: string): boolean {
  return state === 'out_of_scope' || state === 'no_mailbox' || state === 'failed';
}
