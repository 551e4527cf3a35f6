/** Another device's answer goes with a refusal, so that the seller can choose with both on the screen. */
import { refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';

/** Adds `tag`, null while nothing counts, to a refusal that speaks of versions; hands on any other. */
export async function withNewestTag<F extends { readonly kind: string }>(
  tx: TenantTransaction,
  meetingId: string,
  failure: F,
): Promise<Result<never, F & { readonly tag?: unknown }>> {
  if (failure.kind !== 'tagged_meanwhile') return refused(failure);
  const [newest] = await readNewestTags(tx, [meetingId]);
  return refused({ ...failure, tag: newest?.tag ?? null });
}
