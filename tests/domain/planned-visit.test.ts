/** Who may mark a meeting to come, until when, and what then counts as a planned visit. */
import { describe, expect, it } from 'vitest';
import { decidePlan, isPlannedVisit, type PlannableMeeting } from '../../api/domain/planned-visit.ts';

const endsAt = new Date('2026-11-23T11:00:00Z');
const justBefore = new Date(endsAt.getTime() - 1);
const meeting: PlannableMeeting = { endsAt, isCancelled: false, sellerIds: ['mara'] };

describe('a meeting to come', () => {
  it('is marked by a seller who has it, until it ends', () => {
    expect(decidePlan(meeting, 'mara', justBefore)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['by nobody else', meeting, 'sato', justBefore, 'not_your_meeting'],
    ['not when it is called off', { ...meeting, isCancelled: true }, 'mara', justBefore, 'meeting_cancelled'],
    ['not from its end on', meeting, 'mara', endsAt, 'meeting_over'],
  ] as const)('%s', (_rule, given, sellerId, nowAt, kind) => {
    expect(decidePlan(given, sellerId, nowAt)).toEqual({ ok: false, failure: { kind } });
  });
});

describe('a planned visit', () => {
  it.each([
    [undefined, 'in_person', true],
    [undefined, 'hybrid', true],
    [undefined, 'virtual', false],
    [undefined, 'unknown', false],
    ['in_person', 'virtual', true],
    ['hybrid', 'unknown', true],
    ['virtual', 'in_person', false],
    ['phone', 'in_person', false],
  ] as const)('marked %s, suggested %s: %s', (planned, suggested, isVisit) => {
    expect(isPlannedVisit(planned, suggested)).toBe(isVisit);
  });
});
