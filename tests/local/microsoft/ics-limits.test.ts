/** How much of a calendar is read, and how long that takes: every bound refuses or cuts with a sentence, and an ordinary calendar is far from all of them. */
import { describe, expect, it } from 'vitest';
import { calendar, event, read, readWell, startsOf } from './ics-text.ts';

const hourMs = 3_600_000;
const newYear = Date.UTC(2026, 0, 1);
/** Half of what `npm start` allows. */
const mostCpuMs = 5_000;

function stamp(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A series that names every hour of the year from its first, this many. */
function hourly(uid: string, hours: number): readonly string[] {
  const times = Array.from({ length: hours }, (_, hour) => stamp(newYear + hour * hourMs));
  return event(`UID:${uid}`, `DTSTART:${stamp(newYear)}`, `RDATE:${times.join(',')}`);
}

function numbered(count: number, of: (uid: string) => readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => of(String(index)));
}

describe('a calendar', () => {
  it('of ten thousand events with six people each is read in little time', () => {
    const people = Array.from(
      { length: 500 },
      (_, index) => `ATTENDEE;CN=Person ${index};PARTSTAT=ACCEPTED:mailto:p${index}@contoso.example`,
    );
    const text = calendar(
      ...Array.from({ length: 10_000 }, (_, index) =>
        event(
          `UID:${index}`,
          `DTSTART;TZID=Europe/Berlin:${stamp(newYear + (24 + (index % 8_000)) * hourMs).slice(0, -1)}`,
          'DURATION:PT1H',
          `DESCRIPTION:${'folded\r\n  words '.repeat(20)}`,
          `SUMMARY:Überblick ${index}`,
          ...people.slice((index * 6) % 490, ((index * 6) % 490) + 6),
        ),
      ),
    );
    const begun = process.cpuUsage();
    const answer = read(text);
    const { user, system } = process.cpuUsage(begun);
    expect('value' in answer && answer.value.meetings.length).toBe(10_000);
    expect((user + system) / 1_000).toBeLessThan(mostCpuMs);
  });

  it.each([
    ['events', () => calendar(...numbered(50_001, (uid) => event(`UID:${uid}`))), /more than 50000 events/],
    ['meetings', () => calendar(...numbered(101, (uid) => hourly(uid, 1_000))), /more than 100000 meetings/],
    ['series that are too much', () => calendar(...numbered(21, (uid) => hourly(uid, 1_001))), /more than 20 series/],
  ])('of more %s than are read is refused with the line that is one too many', (_, text, words) => {
    expect(read(text())).toEqual({ fault: { line: expect.any(Number), because: expect.stringMatching(words) } });
  });

  it('just within these bounds is read', () => {
    const { meetings, notices } = readWell(...numbered(20, (uid) => hourly(uid, 1_001)), hourly('whole', 1_000));
    expect(meetings).toHaveLength(21_000);
    expect(notices).toHaveLength(20);
  });
});

it('a series with more rules than anybody writes is left out, and said', () => {
  const rules = (count: number): readonly string[] =>
    event('DTSTART:20260309T100000Z', ...Array.from({ length: count }, () => 'RRULE:FREQ=DAILY;COUNT=2'));
  expect(startsOf(rules(10))).toHaveLength(2);
  expect(readWell(rules(11))).toMatchObject({ meetings: [], notices: [{ line: 3, because: expect.stringContaining('left out') }] });
});

it('every hour around a change of the clocks has its own offset, and so have the days beside it', () => {
  const at = (time: string): readonly string[] => event(`UID:${time}`, `DTSTART;TZID=Europe/Berlin:${time}`);
  const times = ['20260328T233000', '20260329T013000', '20260329T023000', '20260329T033000', '20260330T003000'];
  expect(startsOf(...times.map(at))).toEqual([
    '2026-03-28T22:30',
    '2026-03-29T00:30',
    // A time that the clocks skip has the offset before.
    '2026-03-29T01:30',
    '2026-03-29T01:30',
    '2026-03-29T22:30',
  ]);
});

it('a name may be folded too', () => {
  const text = calendar(event('DTSTART:20260309T100000Z', 'SUMMARY:Talk'))
    .replace('SUMMARY', 'SUM\r\n MARY')
    .replace('BEGIN:VEVENT', 'BEG\r\n IN:VEVENT');
  const answer = read(text);
  expect('value' in answer && answer.value.meetings.map(({ fields }) => fields.subject)).toEqual(['Talk']);
});
