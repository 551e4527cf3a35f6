/** After a whole read: what the calendar no longer holds. Tagged meetings stay, since nothing that a seller said is lost. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Lease } from './mailbox-lease.ts';

/**
 * Unlinks the seller from meetings inside the window that this read did not see (deleted, moved away, made private), and
 * deletes those that are then in nobody's calendar and untagged. What a seller added by hand is in no calendar and stays. Returns the accounts concerned.
 */
export async function forgetUnseen(tx: TenantTransaction, { sellerId, readNumber, window }: Lease): Promise<readonly string[]> {
  const { rows } = await sql<{ meeting_id: string }>`
    delete from meeting_seller ms
    using meeting m
    where ms.seller_id = ${sellerId} and ms.read_number < ${readNumber} and ms.event_id is not null
      and m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
      and m.starts_at < ${window.endsAt} and m.ends_at > ${window.startsAt}
    returning ms.meeting_id`.execute(tx);
  const meetingIds = rows.map(({ meeting_id }) => meeting_id).sort();
  if (meetingIds.length === 0) return [];
  const accounts = await sql<{ account_id: string }>`
    select distinct c.account_id from meeting_contact mc
    join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
    where mc.meeting_id = any(${meetingIds}::uuid[]) and c.account_id is not null`.execute(tx);
  await sql`
    delete from meeting m
    where m.meeting_id = any(${meetingIds}::uuid[]) and m.tag_version = 0
      and not exists (select from meeting_seller ms where ms.tenant_id = m.tenant_id and ms.meeting_id = m.meeting_id)`.execute(tx);
  return accounts.rows.map(({ account_id }) => account_id);
}
