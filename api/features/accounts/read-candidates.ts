/** Whom an account's people may name as key partner: contacts who are none, met or invited most often first. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Candidate } from '../../contract/key-partners.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** People in one answer. */
const maxCandidates = 30;

export async function readCandidates(tx: TenantTransaction, accountId: string): Promise<z.input<typeof Candidate>[]> {
  const { rows } = await sql<z.input<typeof Candidate>>`
    select c.contact_id as "contactId", c.display_name as name, c.mail, (
        select count(*)::int from meeting_contact mc where mc.tenant_id = c.tenant_id and mc.contact_id = c.contact_id
      ) as meetings
    from contact c
    where c.account_id = ${accountId} and not c.has_left and not exists (
      select from key_partner k where k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
    )
    order by meetings desc, c.display_name, c.contact_id
    limit ${maxCandidates}`.execute(tx);
  return rows;
}
