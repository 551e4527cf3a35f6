/** Who of ours says to have been in meetings, and where colleagues' answers about a contact disagree. The rules are api/domain's. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Colleague, DisputedPresence } from '../../contract/tagging.ts';
import { claimsOfOneRoom, disputesOf, type SellersClaim } from '../../domain/presence.ts';
import type { Modality } from '../../domain/tag-vocabulary.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

type Person = z.input<typeof Colleague>;

export interface MeetingPresence {
  /** By name. */
  readonly colleagues: readonly Person[];
  /** About which the viewer has answered. */
  readonly disputed: readonly z.input<typeof DisputedPresence>[];
}

/** By meeting id; meetings of which nobody says that they were held are absent. */
export async function readPresence(
  tx: TenantTransaction,
  meetingIds: readonly string[],
  viewerId: string,
): Promise<ReadonlyMap<string, MeetingPresence>> {
  const byMeeting = Map.groupBy(await loadAnswers(tx, meetingIds), ({ meeting_id }) => meeting_id);
  return new Map(
    [...byMeeting].flatMap(([meetingId, rows]) => {
      const presence = presenceOf(rows, viewerId);
      return presence ? [[meetingId, presence]] : [];
    }),
  );
}

interface AnswerRow {
  readonly meeting_id: string;
  readonly seller_id: string;
  readonly seller_name: string;
  readonly is_newest: boolean;
  readonly modality: Modality;
  readonly present_ids: readonly string[];
  readonly absent_ids: readonly string[];
}

function presenceOf(rows: readonly AnswerRow[], viewerId: string): MeetingPresence | undefined {
  const newest = rows.find(({ is_newest }) => is_newest);
  if (!newest) return undefined;
  const others = rows.filter(({ is_newest }) => !is_newest).map(claimOf);
  const nameById = new Map(rows.map(({ seller_id, seller_name }) => [seller_id, seller_name]));
  const people = (sellerIds: readonly string[]): Person[] =>
    sellerIds.map((id) => ({ id, name: nameById.get(id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name));
  const disputes = disputesOf(claimOf(newest), others).filter(({ presentBySellerIds, absentBySellerIds }) =>
    [...presentBySellerIds, ...absentBySellerIds].includes(viewerId),
  );
  return {
    colleagues: people(claimsOfOneRoom(claimOf(newest), others).map(({ sellerId }) => sellerId)),
    disputed: disputes.map(({ contactId, presentBySellerIds, absentBySellerIds }) => ({
      contactId,
      saidPresent: people(presentBySellerIds),
      saidAbsent: people(absentBySellerIds),
    })),
  };
}

function claimOf(row: AnswerRow): SellersClaim {
  return { sellerId: row.seller_id, modality: row.modality, presentContactIds: row.present_ids, absentContactIds: row.absent_ids };
}

/** Each seller's newest answer, unless it says that the meeting was not held or takes back what was said. */
async function loadAnswers(tx: TenantTransaction, meetingIds: readonly string[]): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select said.meeting_id, said.seller_id, p.display_name as seller_name, said.version = m.tag_version as is_newest, said.modality,
      coalesce(array_agg(tc.contact_id) filter (where tc.was_present), '{}') as present_ids,
      coalesce(array_agg(tc.contact_id) filter (where not tc.was_present), '{}') as absent_ids
    from (
      select distinct on (t.meeting_id, coalesce(t.on_behalf_of, t.tagged_by))
        t.tenant_id, t.meeting_id, t.version, t.outcome, t.modality, coalesce(t.on_behalf_of, t.tagged_by) as seller_id
      from tag t
      where t.meeting_id = any(${meetingIds}::uuid[])
      order by t.meeting_id, coalesce(t.on_behalf_of, t.tagged_by), t.version desc
    ) said
    join meeting m on m.tenant_id = said.tenant_id and m.meeting_id = said.meeting_id
    join person p on p.tenant_id = said.tenant_id and p.person_id = said.seller_id
    left join tag_contact tc on tc.tenant_id = said.tenant_id and tc.meeting_id = said.meeting_id and tc.version = said.version
    where said.outcome = 'held'
    group by said.tenant_id, said.meeting_id, said.version, said.seller_id, said.modality, p.display_name, m.tag_version
    order by said.meeting_id, said.version`.execute(tx);
  return rows;
}
