/** On which days a visit may be planned, and what has become of a plan. */
import { describe, expect, it } from 'vitest';
import { decidePlan, nextPlannedOn, planStanding } from '../../api/domain/visit-plan.ts';
import { daysAgo, todayOn } from './account-stories.ts';

const dana = new Set(['dana']);
const inDays = (days: number) => daysAgo(-days);

describe('a plan', () => {
  it.each([0, 1, 364, 365])('may lie %i days ahead', (days) => {
    const claim = { plannedOn: inDays(days), contactIds: ['dana'], place: 'coffee' } as const;
    expect(decidePlan(claim, dana, todayOn)).toEqual({ ok: true, value: claim });
  });

  it.each([-1, 366])('never lies %i days ahead', (days) => {
    expect(decidePlan({ plannedOn: inDays(days), contactIds: [], place: undefined }, dana, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'plan_day_not_possible', firstOn: todayOn, lastOn: inDays(365) },
    });
  });

  it('may name nobody, and nobody of another account', () => {
    expect(decidePlan({ plannedOn: todayOn, contactIds: [], place: undefined }, dana, todayOn).ok).toBe(true);
    expect(decidePlan({ plannedOn: todayOn, contactIds: ['dana', 'kim'], place: undefined }, dana, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'not_of_this_account', contactIds: ['kim'] },
    });
  });
});

describe('what has become of it', () => {
  it.each([
    ['today, nobody met yet', 0, undefined, 'ahead'],
    ['tomorrow', -1, undefined, 'ahead'],
    ['yesterday, nobody met', 1, undefined, 'passed'],
    ['yesterday, met the day before', 1, 2, 'passed'],
    ['yesterday, met on that day', 1, 1, 'met'],
    ['yesterday, met today', 1, 0, 'met'],
    ['today, met today', 0, 0, 'met'],
    ['tomorrow, met today', -1, 0, 'ahead'],
    ['tomorrow, met by a seller whose day is ahead', -1, -1, 'met'],
  ] as const)('planned for %s', (_, plannedAgo, nearAgo, standing) => {
    expect(planStanding(daysAgo(plannedAgo), nearAgo === undefined ? undefined : daysAgo(nearAgo), todayOn)).toBe(standing);
  });

  it('the next is the earliest that lies ahead, in whatever order they come', () => {
    expect(nextPlannedOn([inDays(9), inDays(3), inDays(-2)], undefined, todayOn)).toBe(inDays(3));
    expect(nextPlannedOn([inDays(-2), inDays(3), inDays(9)], undefined, todayOn)).toBe(inDays(3));
    expect(nextPlannedOn([inDays(0), inDays(9)], todayOn, todayOn)).toBe(inDays(9));
    expect(nextPlannedOn([inDays(-1)], undefined, todayOn)).toBeUndefined();
  });
});
