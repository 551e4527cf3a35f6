/** A seller takes back what they said about several meetings at once, each judged by itself; every account is refreshed once. */
import type * as z from 'zod';
import type { WithdrawOutcome, withdrawTags as route } from '../../contract/withdraw-tags.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { withdraw } from './withdraw-tag.ts';
import { wordChange } from './word-change.ts';

export const withdrawTags: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const scope = { tenantId: caller.tenantId, sellerId: caller.userId, nowAt };
    const versions = new Map<string, number>();
    const refusals = new Map<string, string>();
    const accountIds = new Set<string>();
    const claims = [...new Map(request.tags.map((claim) => [claim.meetingId, claim])).values()];
    // In the order of their ids, as tag-meetings.ts does.
    for (const claim of claims.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1))) {
      const withdrawn = await withdraw(tx, claim, scope);
      if (withdrawn.ok) {
        versions.set(claim.meetingId, withdrawn.value.lastTagVersion);
        for (const accountId of withdrawn.value.accountIds) accountIds.add(accountId);
      } else refusals.set(claim.meetingId, withdrawn.failure.kind);
    }
    const changes = await refreshHealth(tx, [...accountIds], scope);
    const tags = new Map((await readNewestTags(tx, [...versions.keys()])).map(({ meetingId, tag }) => [meetingId, tag]));
    const outcomes = claims.map(({ meetingId }): z.input<typeof WithdrawOutcome> => {
      const lastTagVersion = versions.get(meetingId);
      const code = refusals.get(meetingId);
      return code === undefined && lastTagVersion !== undefined
        ? { kind: 'withdrawn', meetingId, tag: tags.get(meetingId) ?? null, lastTagVersion }
        : { kind: 'refused', meetingId, code: code ?? 'internal_error' };
    });
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, outcomes, changes: changes.map(wordChange) });
  });
