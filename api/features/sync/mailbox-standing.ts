/** Where a mailbox stands, as its row tells. */
import { sql } from 'kysely';
import type { MailboxStanding, ReadKind } from './due-read.ts';

export interface MailboxStandingRow {
  readonly state: string;
  readonly read_kind: ReadKind;
  readonly next_link: string | null;
  readonly last_read_at: Date | null;
  readonly baseline_at: Date | null;
  readonly changes_at: Date | null;
  readonly has_delta_link: boolean;
  readonly subscription_ends_at: Date | null;
}

/** Of `mailbox b`. */
export const standingColumns = sql`b.state, b.read_kind, b.next_link, b.last_read_at, b.baseline_at, b.changes_at, b.delta_link is not null as has_delta_link,
  b.subscription_ends_at`;

export function standingOf(row: MailboxStandingRow, nowAt: Date): MailboxStanding {
  return {
    underWay: row.next_link === null ? undefined : row.read_kind,
    isWaiting: row.state !== 'read',
    wholeAt: row.last_read_at ?? undefined,
    baselineAt: row.baseline_at ?? undefined,
    changesAt: row.changes_at ?? undefined,
    hasDeltaLink: row.has_delta_link,
    isTold: row.subscription_ends_at !== null && row.subscription_ends_at > nowAt,
  };
}
