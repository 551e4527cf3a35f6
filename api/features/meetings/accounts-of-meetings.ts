/** Whose health a meeting bears on. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** Accounts of everybody invited, and of everybody whom any version of the tag names; each once. */
export async function accountsOfMeetings(tx: TenantTransaction, meetingIds: readonly string[]): Promise<readonly string[]> {
  if (meetingIds.length === 0) return [];
  const { rows } = await sql<{ account_id: string }>`
    select distinct c.account_id
    from contact c
    where c.account_id is not null and c.contact_id in (
      select contact_id from meeting_contact where meeting_id = any(${meetingIds}::uuid[])
      union
      select contact_id from tag_contact where meeting_id = any(${meetingIds}::uuid[])
    )`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}
