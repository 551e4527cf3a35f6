/** Stores claims about several meetings at once, each judged by itself, and refreshes every account once. */
import type * as z from 'zod';
import type { TagOutcome, tagMeetings as route } from '../../contract/tagging.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay, refreshHealth } from '../health/refresh-health.ts';
import { readNewestTags } from '../meetings/read-meetings.ts';
import { storeTag } from './store-tag.ts';
import { wordChange } from './word-change.ts';

export const tagMeetings: Handler<typeof route> = ({ caller, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const scope = { tenantId: caller.tenantId, sellerId: caller.userId, nowAt };
    const refusals = new Map<string, string>();
    const accountIds = new Set<string>();
    const claims = [...new Map(request.tags.map((claim) => [claim.meetingId, claim])).values()];
    // In the order of their ids, so that two of these never wait for each other in a circle.
    for (const claim of claims.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1))) {
      const stored = await storeTag(tx, claim.meetingId, claim, scope);
      if (stored.ok) for (const accountId of stored.value.accountIds) accountIds.add(accountId);
      else refusals.set(claim.meetingId, stored.failure.kind);
    }
    const changes = await refreshHealth(tx, [...accountIds], scope);
    const meetingIds = claims.map(({ meetingId }) => meetingId);
    const tags = new Map((await readNewestTags(tx, meetingIds)).map(({ meetingId, tag }) => [meetingId, tag]));
    const outcomes = meetingIds.map((meetingId): z.input<typeof TagOutcome> => {
      const tag = tags.get(meetingId);
      const code = refusals.get(meetingId);
      return code === undefined && tag
        ? { kind: 'tagged', meetingId, tag }
        : { kind: 'refused', meetingId, code: code ?? 'internal_error' };
    });
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({ todayOn, outcomes, changes: changes.map(wordChange) });
  });
