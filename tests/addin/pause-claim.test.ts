/** The form of a pause: what may be sent, and what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { firstPauseForm, lastPauseDay, pauseClaimOf } from '../../addin/features/accounts/pause-claim.ts';

const todayOn = '2026-11-23';

describe('a pause', () => {
  it.each(['2026-11-23', '2026-12-23', '2027-02-21'])('may end on %s: today to 90 days ahead', (untilOn) => {
    expect(pauseClaimOf({ reason: 'dispute', untilOn }, todayOn)).toEqual({ claim: { reason: 'dispute', untilOn } });
  });

  it.each(['', '2026-11-22', '2027-02-22'])('may not end on %j', (untilOn) => {
    expect(pauseClaimOf({ reason: 'dispute', untilOn }, todayOn)).toEqual({ faults: ['untilOn'] });
  });

  it.each(['', 'because'])('needs a reason of the list, not %j', (reason) => {
    expect(pauseClaimOf({ reason, untilOn: '2026-12-01' }, todayOn)).toEqual({ faults: ['reason'] });
  });

  it('names every fault at once', () => {
    expect(pauseClaimOf({ reason: '', untilOn: '' }, todayOn)).toEqual({ faults: ['reason', 'untilOn'] });
  });

  it('begins without a reason and with a day that is allowed', () => {
    const { reason, untilOn } = firstPauseForm(todayOn, null);
    expect(reason).toBe('');
    expect(untilOn > todayOn && untilOn <= lastPauseDay(todayOn)).toBe(true);
  });

  it('that runs is what a change begins with', () => {
    const running = { reason: 'dispute', untilOn: '2026-12-01' } as const;
    expect(firstPauseForm(todayOn, running)).toEqual(running);
  });
});
