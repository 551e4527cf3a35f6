/** An account's facts as day numbers: what is worked out, whatever the order, and what is refused. */
import { describe, expect, it } from 'vitest';
import { type CalendarDay, dayNumber } from '../../api/domain/calendar-day.ts';
import { type AccountFacts, cadenceOn, timelineOf } from '../../api/domain/timeline.ts';
import { factsOf, type Story, todayOn } from './account-stories.ts';

const today = dayNumber(todayOn);

describe('a timeline', () => {
  it('has near days once and newest first, the first and the last activity of any kind, and who was met when', () => {
    const timeline = timelineOf(
      factsOf({
        cadenceDays: 90,
        nextCadence: { days: 45, from: -5 },
        near: [
          [100, 'dana', 'eve'],
          [20, 'dana'],
          [60, 'lee', 'dana'],
        ],
        remote: [
          [3, 'eve'],
          [200, 'eve'],
        ],
        unanswered: [7, 1, 7],
        enrolled: 30,
        history: true,
        partners: [
          { contactId: 'eve', named: 40, removed: 2, hasLeft: true },
          { contactId: 'dana', named: 50 },
          { contactId: 'max', named: 60 },
        ],
      }),
    );
    expect(timeline).toEqual({
      cadenceDays: 90,
      nextCadence: { days: 45, from: today + 5 },
      nearDays: [today - 20, today - 60, today - 100],
      lastNear: today - 20,
      lastActivity: today - 1,
      firstActivity: today - 200,
      unanswered: [today - 7, today - 1, today - 7],
      enrolled: today - 30,
      hasUnansweredHistory: true,
      keyPartners: [
        { contactId: 'eve', named: today - 40, removed: today - 2, hasLeft: true, lastMet: today - 100 },
        { contactId: 'dana', named: today - 50, removed: undefined, hasLeft: false, lastMet: today - 20 },
        { contactId: 'max', named: today - 60, removed: undefined, hasLeft: false, lastMet: undefined },
      ],
    });
  });

  it('of nothing has no days', () => {
    expect(timelineOf(factsOf({ cadenceDays: 45 }))).toEqual({
      cadenceDays: 45,
      nextCadence: undefined,
      nearDays: [],
      lastNear: undefined,
      lastActivity: undefined,
      firstActivity: undefined,
      unanswered: [],
      enrolled: undefined,
      hasUnansweredHistory: false,
      keyPartners: [],
    });
  });

  it.each<[string, Story, number, number]>([
    ['an unanswered meeting before and after', { cadenceDays: 45, near: [50], unanswered: [60, 40] }, 60, 40],
    ['touchpoints before and after', { cadenceDays: 45, near: [60], remote: [40], unanswered: [50] }, 60, 40],
    ['one near touchpoint alone', { cadenceDays: 45, near: [50] }, 50, 50],
  ])('begins and ends with what came first and last: %s', (_, story, first, last) => {
    expect(timelineOf(factsOf(story))).toMatchObject({ firstActivity: today - first, lastActivity: today - last });
  });

  it('has a day only once, however many near touchpoints stand on it', () => {
    expect(timelineOf(factsOf({ cadenceDays: 45, near: [5, 5] })).nearDays).toEqual([today - 5]);
  });

  it.each([
    [90, 'the day before', 6],
    [45, 'its first day', 5],
    [45, 'the day after', 4],
  ])('has a cadence of %i %s', (cadence, _, daysBefore) => {
    const timeline = timelineOf(factsOf({ cadenceDays: 90, nextCadence: { days: 45, from: 5 } }));
    expect(cadenceOn(timeline, today - daysBefore)).toBe(cadence);
  });
});

describe('no timeline has', () => {
  const good = factsOf({ cadenceDays: 45, near: [1] });
  const impossible = '2026-02-30' as CalendarDay;

  it.each<[string, AccountFacts]>([
    ['a cadence of no day', { ...good, cadence: { days: 0 } }],
    ['a cadence of more than a year', { ...good, cadence: { days: 366 } }],
    ['a next cadence of no day', { ...good, cadence: { days: 45, next: { days: 0, fromOn: todayOn } } }],
    ['a next cadence that is no number', { ...good, cadence: { days: 45, next: { days: NaN, fromOn: todayOn } } }],
    ['an impossible day of a touchpoint', { ...good, touchpoints: [{ on: impossible, isNear: false, contactIds: ['dana'] }] }],
    ['an impossible day of an unanswered meeting', { ...good, unansweredOn: [impossible] }],
    ['an impossible enrolment', { ...good, ownerEnrolledOn: impossible }],
    ['an impossible change of cadence', { ...good, cadence: { days: 45, next: { days: 30, fromOn: impossible } } }],
    ['an impossible naming', { ...good, keyPartners: [{ contactId: 'dana', namedOn: impossible }] }],
    ['an impossible removal', { ...good, keyPartners: [{ contactId: 'dana', namedOn: todayOn, removedOn: impossible }] }],
  ])('%s', (_, facts) => {
    expect(() => timelineOf(facts)).toThrow(RangeError);
  });
});
