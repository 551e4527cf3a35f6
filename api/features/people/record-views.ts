/** Who looked at whose data: written in the transaction that reads what a page shows of somebody else. */
import { sql } from 'kysely';
import type { ViewPage } from '../../contract/my-data.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** A page that stays open reads again by itself: what follows within this time is the same visit. */
const sameVisitMinutes = 10;
/** Stands for "of no single account". */
const noAccountId = '00000000-0000-0000-0000-000000000000';

export interface Look {
  readonly tenantId: string;
  readonly viewerId: string;
  readonly nowAt: Date;
  /** The tenant's business date. */
  readonly todayOn: CalendarDay;
}

/** What a page showed: of one account its owner is always among those shown, whose account it is. */
export type Shown =
  | { readonly page: 'team'; readonly personIds: readonly string[] }
  | { readonly page: Exclude<ViewPage, 'team'>; readonly accountId: string; readonly personIds: readonly string[] };

/**
 * Each person once, the viewer never. One statement for all, in the order of their ids: two pages of one viewer never wait for each other in a
 * circle.
 */
export async function recordViews(tx: TenantTransaction, { tenantId, viewerId, nowAt, todayOn }: Look, shown: Shown): Promise<void> {
  const accountId = shown.page === 'team' ? noAccountId : shown.accountId;
  await sql`
    insert into person_view as v (tenant_id, person_id, viewer_id, page, account_id, viewed_on, first_at, last_at, times)
    select ${tenantId}, p.person_id, ${viewerId}, ${shown.page}, ${accountId}, ${todayOn}::date, ${nowAt}, ${nowAt}, 1
    from person p
    where p.person_id <> ${viewerId}
      and (p.person_id = any(${[...shown.personIds]}::uuid[]) or p.person_id = (select owner_id from account where account_id = ${accountId}))
    order by p.person_id
    on conflict (tenant_id, person_id, viewed_on, viewer_id, page, account_id) do update set
      last_at = greatest(v.last_at, excluded.last_at),
      times = v.times + case when excluded.last_at > v.last_at + make_interval(mins => ${sameVisitMinutes}) then 1 else 0 end`.execute(tx);
}
