/** The records of one person, of every kind alike: how many, and a page of them. Reads nothing of anybody else but names. */
import { sql } from 'kysely';
import { type RecordKind, recordKinds } from '../../contract/my-data.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import {
  accountRecords,
  askRecords,
  keyPartnerRecords,
  pauseRecords,
  planRecords,
  visitorPolicyRecords,
  welcomeRecords,
} from './account-records.ts';
import { meetingRecords, tagRecords } from './meeting-records.ts';
import type { RecordSource } from './record-source.ts';
import { importRecords, requestRecords, viewedByRecords, viewedRecords } from './use-records.ts';

const sources: { readonly [Kind in RecordKind]: RecordSource } = {
  viewed_by: viewedByRecords,
  accounts: accountRecords,
  meetings: meetingRecords,
  tags: tagRecords,
  asks: askRecords,
  plans: planRecords,
  key_partners: keyPartnerRecords,
  visitor_policies: visitorPolicyRecords,
  pauses: pauseRecords,
  welcome_answers: welcomeRecords,
  imports: importRecords,
  viewed: viewedRecords,
  requests: requestRecords,
};

export type RecordTotals = { readonly [Kind in RecordKind]: number };

/** How many there are of each kind. */
export async function countRecords(tx: TenantTransaction, personId: string): Promise<RecordTotals> {
  const counts = recordKinds.map((kind) => sql`select ${kind}::text as kind, count(*) as total from (${sources[kind](personId)}) r`);
  const { rows } = await sql<{ kind: RecordKind; total: number }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, total }) => [kind, total])) as RecordTotals;
}

export interface RecordSpan {
  readonly personId: string;
  readonly kind: RecordKind;
  readonly limit: number;
  /** The last record's sort key of the page before. */
  readonly after?: string | undefined;
}

export interface RecordPage {
  /** Newest first, not parsed yet: as the contract's schema of that kind has them. */
  readonly records: readonly unknown[];
  /** For `after`; null at the end. */
  readonly next: string | null;
}

export async function readRecords(tx: TenantTransaction, { personId, kind, limit, after }: RecordSpan): Promise<RecordPage> {
  const following = after === undefined ? sql`` : sql`where r.sort_key collate "C" < ${after}`;
  const { rows } = await sql<{ sort_key: string; record: unknown }>`
    select r.sort_key, r.record
    from (${sources[kind](personId)}) r
    ${following}
    order by r.sort_key collate "C" desc
    limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  return { records: shown.map(({ record }) => record), next: rows.length > limit ? (shown.at(-1)?.sort_key ?? null) : null };
}
