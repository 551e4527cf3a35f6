/** Which meeting is the same as one that vanished: never a guess. */
import { describe, expect, it } from 'vitest';
import { matchRecreated, type MeetingTrace } from '../../api/domain/recreated-meeting.ts';

const noon = Date.parse('2026-05-04T12:00:00Z');
const hour = 3_600_000;

function traceOf(
  meetingId: string,
  changes: Partial<Omit<MeetingTrace, 'meetingId'>> & { readonly hoursLater?: number } = {},
): MeetingTrace {
  const { hoursLater = 0, ...rest } = changes;
  return {
    meetingId,
    iCalUId: meetingId,
    subject: 'Review',
    startsAt: new Date(noon + hoursLater * hour),
    contactIds: new Set(['dana']),
    happenedAt: new Date(noon + 24 * hour),
    answeredAt: undefined,
    ...rest,
  };
}

const pair = [{ vanishedId: 'old', appearedId: 'new' }];

describe('deleted and sent anew', () => {
  it.each([
    ['at the same time', { hoursLater: 0 }, pair],
    ['a day later', { hoursLater: 24 }, pair],
    ['a day and a bit later', { hoursLater: 24.1 }, []],
    ['with other words', { subject: 'Lunch' }, []],
    ['with the same words written otherwise', { subject: '  REVIEW ' }, pair],
    ['with nobody of those invited before', { contactIds: new Set(['sam']) }, []],
    ['with one of them and others', { contactIds: new Set(['sam', 'dana']) }, pair],
    ['within a day of the deletion', { happenedAt: new Date(noon + 48 * hour) }, pair],
    ['long after the deletion', { happenedAt: new Date(noon + 48.1 * hour) }, []],
  ])('%s', (_what, changes, expected) => {
    expect(matchRecreated([traceOf('old')], [traceOf('new', changes)])).toEqual(expected);
  });
});

describe('once it was answered', () => {
  const answeredAt = new Date(noon + 3 * hour);

  it.each([
    ['what had begun when the answer was given is the same', 3, pair],
    ['what began later is another meeting', 3.1, []],
  ])('%s', (_what, hoursLater, expected) => {
    expect(matchRecreated([traceOf('old', { answeredAt })], [traceOf('new', { hoursLater })])).toEqual(expected);
  });
});

describe('a series whose time was changed', () => {
  it.each([
    ['from Tuesday to Thursday', 48, pair],
    ['by eighty hours', 80, pair],
    ['by half a week', 84, []],
  ])('%s', (_what, hoursLater, expected) => {
    const series = { iCalUId: 'series' };
    expect(matchRecreated([traceOf('old', series)], [traceOf('new', { ...series, subject: 'Renamed', hoursLater })])).toEqual(expected);
  });

  it('moves week by week, each occurrence to its own', () => {
    const weeks = [0, 1, 2, 3];
    const vanished = weeks.map((week) => traceOf(`old${week}`, { iCalUId: 'series', hoursLater: week * 168 }));
    const appeared = weeks.map((week) => traceOf(`new${week}`, { iCalUId: 'series', hoursLater: week * 168 + 2 }));
    expect(matchRecreated(vanished, appeared.toReversed())).toEqual(
      weeks.map((week) => ({ vanishedId: `old${week}`, appearedId: `new${week}` })),
    );
  });
});

describe('what fits twice is not guessed', () => {
  it('two new ones at the same distance', () => {
    expect(matchRecreated([traceOf('old')], [traceOf('a', { hoursLater: 1 }), traceOf('b', { hoursLater: -1 })])).toEqual([]);
  });

  it('two that vanished and one that came', () => {
    expect(matchRecreated([traceOf('a'), traceOf('b')], [traceOf('new')])).toEqual([]);
  });

  it('but the nearer of two is taken', () => {
    expect(matchRecreated([traceOf('old')], [traceOf('far', { hoursLater: 5 }), traceOf('new', { hoursLater: 1 })])).toEqual(pair);
  });
});
