/** Who may see an account: its owner, the owner's managers, and sellers whose calendar holds a meeting with it. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { reportingLine } from '../health/reporting-line.ts';

export type AccountAccess = 'none' | 'reads' | 'manages';

/** `manages`: the owner reports to the caller, directly or further down. An account that is merged away is nobody's. */
export async function accessTo(tx: TenantTransaction, accountId: string, callerId: string): Promise<AccountAccess> {
  const { rows } = await sql<{ manages: boolean; reads: boolean }>`
    with ${reportingLine(callerId)}
    select a.owner_id in (select person_id from line) as manages,
      a.owner_id = ${callerId} or exists (
        select from contact c
        join meeting_contact mc on mc.tenant_id = c.tenant_id and mc.contact_id = c.contact_id
        join meeting_seller ms on ms.tenant_id = mc.tenant_id and ms.meeting_id = mc.meeting_id
        where c.account_id = a.account_id and ms.seller_id = ${callerId}
      ) as reads
    from account a
    where a.account_id = ${accountId} and a.merged_into_id is null`.execute(tx);
  const [found] = rows;
  if (found?.manages) return 'manages';
  return found?.reads ? 'reads' : 'none';
}
