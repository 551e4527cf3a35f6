/** What one kind of record is made of, and the parts that every kind's query shares. */
import { type RawBuilder, sql } from 'kysely';

/**
 * A select of `sort_key` (text; one of its own for each record, the newest is the greatest) and `record` (jsonb, as the contract's schema of
 * that kind has it) of one person.
 */
export type RecordSource = (personId: string) => RawBuilder<unknown>;

/** ISO 8601 in UTC with milliseconds, for the record; null for null. */
export function instant(column: string): RawBuilder<string> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** By an instant, then by what tells records of the same instant apart. */
export function byInstant(column: string, ...ids: readonly string[]): RawBuilder<string> {
  const parts = [
    sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
    ...ids.map((id) => sql`${sql.ref(id)}::text`),
  ];
  return sql`concat_ws('/', ${sql.join(parts)})`;
}
