/** A meeting added by hand: on which days, and with whom. */
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { byHandPolicy, decideMeetingByHand } from '../../api/domain/meeting-by-hand.ts';

const todayOn = calendarDay('2026-11-23');
const contacts = new Set(['dana', 'sam']);

describe('a meeting added by hand', () => {
  it.each([0, 1, byHandPolicy.maxDaysAgo])('may lie %i days ago', (days) => {
    const claim = { on: addDays(todayOn, -days), contactIds: ['dana'] };
    expect(decideMeetingByHand(claim, contacts, todayOn)).toEqual({ ok: true, value: claim });
  });

  it.each([-1, byHandPolicy.maxDaysAgo + 1])('may not lie %i days ago', (days) => {
    const claim = { on: addDays(todayOn, -days), contactIds: ['dana'] };
    expect(decideMeetingByHand(claim, contacts, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'day_not_possible', firstOn: addDays(todayOn, -byHandPolicy.maxDaysAgo), lastOn: todayOn },
    });
  });

  it.each([
    ['nobody', [], []],
    ['a person of another account', ['dana', 'kim'], ['kim']],
  ])('is refused with %s', (_, contactIds, strangers) => {
    expect(decideMeetingByHand({ on: todayOn, contactIds }, contacts, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'not_of_this_account', contactIds: strangers },
    });
  });
});
