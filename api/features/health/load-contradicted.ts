/** Meetings whose tag attendance contradicts; the rule is api/domain's. Few meetings have any evidence. */
import { type RawBuilder, sql } from 'kysely';
import { isContradicted } from '../../domain/presence.ts';
import type { Modality } from '../../domain/tag-vocabulary.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** Ids of the contradicted meetings to which contacts of the accounts were invited. */
export function loadContradicted(tx: TenantTransaction, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  return loadAmong(
    tx,
    sql`
      select e.meeting_id from meeting_evidence e
      join meeting_contact mc on mc.tenant_id = e.tenant_id and mc.meeting_id = e.meeting_id
      join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
      where c.account_id = any(${accountIds}::uuid[])`,
  );
}

/** Which of these meetings are contradicted. */
export function loadContradictedMeetings(tx: TenantTransaction, meetingIds: readonly string[]): Promise<ReadonlySet<string>> {
  return loadAmong(tx, sql`select e.meeting_id from meeting_evidence e where e.meeting_id = any(${meetingIds}::uuid[])`);
}

interface ObservedRow {
  readonly meeting_id: string;
  readonly modality: Modality;
  readonly is_answered: boolean;
  readonly present_ids: readonly string[];
  readonly online_ids: readonly string[];
}

/** The answer to the question is final: what is said later of the same meeting raises it no more, only an answer taken back does. */
async function loadAmong(tx: TenantTransaction, observed: RawBuilder<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<ObservedRow>`
    select m.meeting_id, t.modality,
      exists (
        select from tag said
        where said.tenant_id = m.tenant_id and said.meeting_id = m.meeting_id and said.answers_contradiction and said.version <= m.tag_version
      ) as is_answered,
      array(
        select tc.contact_id from tag_contact tc
        where tc.tenant_id = t.tenant_id and tc.meeting_id = t.meeting_id and tc.version = t.version and tc.was_present
      ) as present_ids,
      array(
        select e.contact_id from meeting_evidence e
        where e.tenant_id = m.tenant_id and e.meeting_id = m.meeting_id and e.joined_online
      ) as online_ids
    from meeting m
    join tag t on t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.version = m.tag_version and t.outcome = 'held'
    where m.meeting_id in (${observed})`.execute(tx);
  const contradicted = rows.filter((row) =>
    isContradicted({
      modality: row.modality,
      presentContactIds: row.present_ids,
      joinedOnlineContactIds: row.online_ids,
      answersContradiction: row.is_answered,
    }),
  );
  return new Set(contradicted.map(({ meeting_id }) => meeting_id));
}
