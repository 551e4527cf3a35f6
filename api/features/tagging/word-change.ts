/** What a tag did to an account, as the wire has it. */
import type * as z from 'zod';
import type { WordChange } from '../../contract/tagging.ts';
import type { HealthChange } from '../health/refresh-health.ts';

export function wordChange({ accountId, name, before, after }: HealthChange): z.input<typeof WordChange> {
  const { word, decidingUnanswered, lastNearOn = null, strip, virtualStreak, nextVisitOn = null } = after;
  return {
    accountId,
    name,
    before: before ? { word: before.word, lastNearOn: before.lastNearOn ?? null } : { word, lastNearOn },
    after: { accountId, name, word, decidingUnanswered, lastNearOn, strip: [...strip], virtualStreak, nextVisitOn },
  };
}
