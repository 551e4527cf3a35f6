/** How many requests may be under way at once. */
import { expect, it } from 'vitest';
import { afterRefusal, afterSuccess, firstLimit, limitPolicy } from '../../api/platform/graph/adaptive-limit.ts';

it('grows by one after as many successes as are allowed at once', () => {
  let limit = firstLimit;
  for (let successes = 0; successes < limitPolicy.atFirst; successes += 1) limit = afterSuccess(limit);
  expect(limit.limit).toBeCloseTo(limitPolicy.atFirst + 1, 0);
});

it('never grows beyond the most', () => {
  let limit = firstLimit;
  for (let successes = 0; successes < 10_000; successes += 1) limit = afterSuccess(limit);
  expect(limit.limit).toBe(limitPolicy.most);
});

it('is halved by a refusal, once for those that come together, and never below the least', () => {
  const once = afterRefusal(firstLimit, 5_000);
  expect(once.limit).toBe(limitPolicy.atFirst / 2);
  expect(afterRefusal(once, 5_999).limit).toBe(limitPolicy.atFirst / 2);
  expect(afterRefusal(once, 6_000).limit).toBe(limitPolicy.atFirst / 4);
  let limit = firstLimit;
  for (let seconds = 0; seconds < 60; seconds += 1) limit = afterRefusal(limit, seconds * limitPolicy.oneSignMs);
  expect(limit.limit).toBe(limitPolicy.least);
});
