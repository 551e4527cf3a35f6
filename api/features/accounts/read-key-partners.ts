/** The key partners of an account as its page shows them: the stored facts with names, roles, who named them, and the newest note. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { KeyPartner } from '../../contract/accounts.ts';
import type { KeyPartnerRole } from '../../domain/key-partner-role.ts';
import type { Engagement } from '../../domain/tag-vocabulary.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { KeyPartnerFacts } from '../health/compute-health.ts';

type WireKeyPartner = z.input<typeof KeyPartner>;

interface ContactNote {
  readonly contact_id: string;
  readonly display_name: string;
  readonly mail: string;
  readonly engagement: Engagement | null;
  readonly noted_on: string | null;
  readonly role: KeyPartnerRole | null;
  readonly named_by: string | null;
  readonly named_by_name: string | null;
}

/** The stored facts with names, and the newest engagement note of each. */
export async function readKeyPartners(tx: TenantTransaction, facts: readonly KeyPartnerFacts[]): Promise<WireKeyPartner[]> {
  if (facts.length === 0) return [];
  const { rows } = await sql<ContactNote>`
    select c.contact_id, c.display_name, c.mail, note.engagement, note.held_on as noted_on, k.role, k.named_by,
      named_by.display_name as named_by_name
    from contact c
    join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id
    left join person named_by on named_by.tenant_id = k.tenant_id and named_by.person_id = k.named_by
    left join lateral (
      select tc.engagement, t.held_on
      from tag_contact tc
      join meeting m on m.tenant_id = tc.tenant_id and m.meeting_id = tc.meeting_id and m.tag_version = tc.version
      join tag t on t.tenant_id = tc.tenant_id and t.meeting_id = tc.meeting_id and t.version = tc.version
      where tc.tenant_id = c.tenant_id and tc.contact_id = c.contact_id and tc.engagement is not null
      order by t.held_on desc, t.tagged_at desc
      limit 1
    ) note on true
    where c.contact_id = any(${facts.map(({ contactId }) => contactId)}::uuid[])`.execute(tx);
  const byId = new Map(rows.map((row) => [row.contact_id, row]));
  const partners = facts.flatMap((partner) => {
    const row = byId.get(partner.contactId);
    return row ? [wireKeyPartner(partner, row)] : [];
  });
  return partners.sort((a, b) => a.name.localeCompare(b.name));
}

function wireKeyPartner(facts: KeyPartnerFacts, row: ContactNote): WireKeyPartner {
  const { display_name: name, mail, role, engagement, noted_on, named_by, named_by_name } = row;
  return {
    ...facts,
    name,
    mail,
    role,
    namedBy: named_by === null || named_by_name === null ? null : { id: named_by, name: named_by_name },
    lastEngagement: engagement === null || noted_on === null ? null : { engagement, on: noted_on },
  };
}
