/** An account at a glance, from its stored health row: what stands beside a meeting or in a list. */
import type * as z from 'zod';
import type { AccountGlance, StripEntry } from '../../contract/tagging.ts';
import type { HealthWord } from '../../domain/health-word.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

type WireGlance = z.input<typeof AccountGlance>;

/** By account id; an account without a health row is absent, which only a bug can cause. */
export async function readAccountGlances(tx: TenantTransaction, accountIds: readonly string[]): Promise<ReadonlyMap<string, WireGlance>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account as a')
    .innerJoin('account_health as h', (join) => join.onRef('h.tenant_id', '=', 'a.tenant_id').onRef('h.account_id', '=', 'a.account_id'))
    .where('a.account_id', 'in', [...new Set(accountIds)])
    .select(['a.account_id', 'a.name', 'h.word', 'h.deciding_unanswered', 'h.last_near_on', 'h.strip'])
    .execute();
  return new Map(
    rows.map((row): [string, WireGlance] => [
      row.account_id,
      {
        accountId: row.account_id,
        name: row.name,
        word: row.word as HealthWord,
        decidingUnanswered: row.deciding_unanswered,
        lastNearOn: row.last_near_on,
        strip: storedStrip(row.strip),
      },
    ]),
  );
}

/** The strip as `refreshHealth` wrote it; one writer, so its shape is known. */
export function storedStrip(json: unknown): z.input<typeof StripEntry>[] {
  return json as z.input<typeof StripEntry>[];
}
