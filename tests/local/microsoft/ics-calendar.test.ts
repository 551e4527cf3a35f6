/** What the .ics reader makes of calendars as Outlook, Google, Apple and careless programs write them. */
import { describe, expect, it } from 'vitest';
import { readIcsCalendar } from '../../../api/local/microsoft/ics-calendar.ts';
import { calendar, event, meetingsOf, minute, read, readWell, startsOf, year2026 } from './ics-text.ts';

const start = 'DTSTART;TZID=Europe/Berlin:20260504T103000';
const end = 'DTEND;TZID=Europe/Berlin:20260504T113000';

function only(...lines: readonly string[]) {
  const [meeting, ...others] = meetingsOf(event(start, end, ...lines));
  if (meeting === undefined || others.length > 0) throw new Error('not one meeting');
  return meeting;
}

describe('a time', () => {
  it.each([
    ['DTSTART:20260504T083000Z', '2026-05-04T08:30', 'in UTC'],
    ['DTSTART;TZID=Europe/Berlin:20260504T103000', '2026-05-04T08:30', 'in a zone by its IANA name'],
    ['DTSTART;TZID="W. Europe Standard Time":20260504T103000', '2026-05-04T08:30', 'in a zone by its Windows name, quoted'],
    ['DTSTART;TZID=/example.org/20260101_1/Europe/Berlin:20260504T103000', '2026-05-04T08:30', 'in a zone with a prefix'],
    ['DTSTART:20260504T103000', '2026-05-04T08:30', 'without a zone is the owner’s'],
    ['DTSTART;VALUE=DATE:20260504', '2026-05-04T00:00', 'that is a day begins at midnight UTC'],
    ['DTSTART:20260504', '2026-05-04T00:00', 'that is a day and does not say so'],
    ['DTSTART;TZID=Europe/Berlin:20260329T023000', '2026-03-29T01:30', 'that the clocks skip is read with the offset before'],
    ['DTSTART;TZID=Europe/Berlin:20261025T023000', '2026-10-25T00:30', 'that the clocks have twice is the first'],
  ])('%s is %s: one %s', (line, expected) => {
    expect(startsOf(event(line))).toEqual([expected]);
  });

  it('without a zone is in the zone that the calendar names for its owner', () => {
    expect(startsOf('X-WR-TIMEZONE:America/New_York', event('DTSTART:20260504T103000'))).toEqual(['2026-05-04T14:30']);
  });

  it('in a zone that only the calendar knows follows its rules', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      ...[
        'BEGIN:STANDARD',
        'DTSTART:16010101T030000',
        'TZOFFSETFROM:+0600',
        'TZOFFSETTO:+0500',
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
        'END:STANDARD',
      ],
      ...[
        'BEGIN:DAYLIGHT',
        'DTSTART:16010101T020000',
        'TZOFFSETFROM:+0500',
        'TZOFFSETTO:+0600',
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
        'END:DAYLIGHT',
      ],
      'END:VTIMEZONE',
    ];
    const at = (day: string): readonly string[] => event(`UID:${day}`, `DTSTART;TZID=Customized Time Zone:${day}T103000`);
    expect(startsOf(zone, at('20260504'), at('20261204'))).toEqual(['2026-05-04T04:30', '2026-12-04T05:30']);
  });

  it('in a zone that nobody knows is read as the owner’s, and said', () => {
    const { meetings, notices } = readWell(event('DTSTART;TZID=Nowhere/Middle:20260504T103000'));
    expect(meetings.map(({ startsAtMs }) => minute(startsAtMs))).toEqual(['2026-05-04T08:30']);
    expect(notices).toEqual([{ line: 3, because: expect.stringContaining('time zone Nowhere/Middle is not known') }]);
  });
});

describe('the end of a meeting', () => {
  it.each([
    [[start, end], 60],
    [[start, 'DURATION:PT1H30M'], 90],
    [[start, 'DURATION:P1DT1H'], 25 * 60],
    [['DTSTART;TZID=Europe/Berlin:20260328T120000', 'DURATION:P1D'], 23 * 60],
    [[start, 'DTEND;TZID=America/New_York:20260504T053000'], 60],
    [[start], 0],
    [[start, 'DTEND;TZID=Europe/Berlin:20260504T093000'], 0],
    [['DTSTART;VALUE=DATE:20260504'], 24 * 60],
    [['DTSTART;VALUE=DATE:20260504', 'DTEND;VALUE=DATE:20260506'], 48 * 60],
  ])('%j lasts %i minutes', (lines, minutes) => {
    const [meeting] = meetingsOf(event(...lines));
    expect(((meeting?.endsAtMs ?? 0) - (meeting?.startsAtMs ?? 0)) / 60_000).toBe(minutes);
  });

  it('Outlook says beside midnight to midnight that it is a whole day', () => {
    const [meeting] = meetingsOf(
      event('DTSTART;TZID=Europe/Berlin:20260504T000000', 'DTEND;TZID=Europe/Berlin:20260505T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'),
    );
    expect([meeting?.fields.isAllDay, minute(meeting?.startsAtMs ?? 0)]).toEqual([true, '2026-05-04T00:00']);
  });
});

describe('a series', () => {
  const weekly = ['DTSTART;TZID=Europe/Berlin:20260309T100000', 'DTEND;TZID=Europe/Berlin:20260309T110000', 'RRULE:FREQ=WEEKLY;COUNT=4'];

  it('stays at its local time when the clocks change', () => {
    expect(startsOf(event(...weekly))).toEqual(['2026-03-09T09:00', '2026-03-16T09:00', '2026-03-23T09:00', '2026-03-30T08:00']);
  });

  it('includes its UNTIL, in UTC as in local time, and the whole of a day', () => {
    for (const until of ['20260316T090000Z', '20260316T100000', '20260316']) {
      expect(startsOf(event(...weekly.slice(0, 2), `RRULE:FREQ=WEEKLY;UNTIL=${until}`))).toHaveLength(2);
    }
  });

  it('leaves out every EXDATE, in whatever zone or as a day', () => {
    const excluded = ['EXDATE:20260316T090000Z', 'EXDATE;TZID=Europe/Berlin:20260309T100000', 'EXDATE;VALUE=DATE:20260330'];
    expect(startsOf(event(...weekly, ...excluded))).toEqual(['2026-03-23T09:00']);
  });

  it('adds every RDATE once, a period by its start', () => {
    const added = ['RDATE:20260316T090000Z,20260401T100000Z', 'RDATE;VALUE=PERIOD:20260402T100000Z/PT1H'];
    expect(startsOf(event(...weekly, ...added)).slice(-2)).toEqual(['2026-04-01T10:00', '2026-04-02T10:00']);
    expect(startsOf(event(...weekly, ...added))).toHaveLength(6);
  });

  it('has no meeting where its rule passes over its own start', () => {
    expect(startsOf(event('DTSTART:20260615T143000Z', 'RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=2'))).toEqual([
      '2026-06-20T14:30',
      '2026-06-27T14:30',
    ]);
  });

  it('keeps the original start of an occurrence that was moved, and counts it once', () => {
    const moved = event('RECURRENCE-ID;TZID=Europe/Berlin:20260316T100000', 'DTSTART:20260318T150000Z', 'SUMMARY:Moved');
    const found = meetingsOf(event(...weekly), moved);
    expect(found.map(({ type }) => type)).toEqual(['occurrence', 'exception', 'occurrence', 'occurrence']);
    expect(minute(found[1]?.startsAtMs ?? 0)).toBe('2026-03-18T15:00');
    expect(minute(found[1]?.originalStartsAtMs ?? 0)).toBe('2026-03-16T09:00');
  });

  it('says of an occurrence that was called off that it is cancelled', () => {
    const cancelled = event('RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260316T090000Z', 'STATUS:CANCELLED');
    expect(meetingsOf(event(...weekly), cancelled).map(({ fields }) => fields.isCancelled)).toEqual([false, true, false, false]);
  });

  it('does not bring back an occurrence that was taken out after it was changed', () => {
    const changed = event('RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260316T150000Z');
    expect(startsOf(event(...weekly, 'EXDATE:20260316T090000Z'), changed)).toHaveLength(3);
  });

  it('follows a change of this and all later occurrences', () => {
    const changed = event('RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T090000Z', 'DTSTART:20260323T130000Z', 'DURATION:PT2H');
    expect(startsOf(event(...weekly), changed)).toEqual(['2026-03-09T09:00', '2026-03-16T09:00', '2026-03-23T13:00', '2026-03-30T13:00']);
  });

  it('of which the file has one occurrence alone has that one', () => {
    const [found] = meetingsOf(event('RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260316T150000Z'));
    expect([found?.type, minute(found?.originalStartsAtMs ?? 0)]).toEqual(['exception', '2026-03-16T09:00']);
  });

  it('of a million occurrences is bounded, and said', () => {
    const { meetings, notices } = readWell(event('DTSTART:20260309T100000Z', 'RRULE:FREQ=MINUTELY;COUNT=1000000'));
    expect(meetings.length).toBe(1_000);
    expect(notices).toEqual([{ line: 3, because: expect.stringContaining('more than 1000 times') }]);
  });

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'])(
    'whose rule %s no day fulfils has no meeting, at once',
    (rule) => {
      const startedAtMs = performance.now();
      expect(startsOf(event('DTSTART:20260309T100000Z', `RRULE:${rule}`))).toEqual([]);
      expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    },
  );

  it.each(['FREQ=DAILY;INTERVAL=0', 'FREQ=WEEKLY;BYDAY=XX', 'NONSENSE'])('with the rule %s is left out, and said', (rule) => {
    const { meetings, notices } = readWell(event('DTSTART:20260309T100000Z', `RRULE:${rule}`), event('UID:good', start));
    expect(meetings).toHaveLength(1);
    expect(notices).toEqual([{ line: expect.any(Number), because: expect.stringMatching(/is left out/) }]);
  });
});

describe('one meeting', () => {
  it('has the highest SEQUENCE of its versions', () => {
    const version = (sequence: number, subject: string): readonly string[] => event(start, `SEQUENCE:${sequence}`, `SUMMARY:${subject}`);
    expect(meetingsOf(version(2, 'new'), version(1, 'old')).map(({ fields }) => fields.subject)).toEqual(['new']);
  });

  it('without a UID is the same in the next export, and another than its neighbour', () => {
    const nameless = (subject: string): readonly string[] => ['BEGIN:VEVENT', start, `SUMMARY:${subject}`, 'END:VEVENT'];
    const uids = meetingsOf(nameless('one'), nameless('two')).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(2);
    expect(meetingsOf(nameless('one'), nameless('two')).map(({ uid }) => uid)).toEqual(uids);
  });

  it('keeps one UID for several starts apart', () => {
    expect(startsOf(event(start), event('DTSTART:20260601T100000Z'))).toHaveLength(2);
  });

  it.each([
    ['CLASS:PRIVATE', 'private'],
    ['CLASS:CONFIDENTIAL', 'confidential'],
    ['CLASS:PUBLIC', 'normal'],
  ])('with %s has the sensitivity %s', (line, sensitivity) => {
    expect(only(line).fields.sensitivity).toBe(sensitivity);
  });

  it.each([
    ['TRANSP:TRANSPARENT', 'free'],
    ['X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'oof'],
    ['TRANSP:OPAQUE', 'busy'],
  ])('with %s is shown as %s', (line, showAs) => {
    expect(only(line).fields.showAs).toBe(showAs);
  });

  it('names its people with their answers, rooms apart', () => {
    const { fields } = only(
      'ORGANIZER;CN="Lee, Dana":MAILTO:dana@contoso.example',
      'ATTENDEE;CN="Ortiz\\; Sam";PARTSTAT=ACCEPTED:mailto:sam@contoso.example',
      'ATTENDEE;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:kim@halden.example',
      'ATTENDEE;CUTYPE=ROOM;CN=Fjord:mailto:fjord@halden.example',
      'ATTENDEE;CN=Apple;EMAIL=ann@fabrikam.example:/aMjQ/principal/',
    );
    expect(fields.organizer?.emailAddress).toEqual({ name: 'Lee, Dana', address: 'dana@contoso.example' });
    expect(fields.attendees?.map(({ type, status, emailAddress }) => [emailAddress?.address, type, status?.response])).toEqual([
      ['sam@contoso.example', 'required', 'accepted'],
      ['kim@halden.example', 'optional', 'declined'],
      ['fjord@halden.example', 'resource', 'none'],
      ['ann@fabrikam.example', 'required', 'none'],
    ]);
  });

  it('has its folded lines in one piece, a letter cut in two included', () => {
    const [before, after] = ['SUMMARY:Gespr', ' \u00e4ch bei Contoso'].map((part) => Buffer.from(part));
    const letter = (after ?? Buffer.of()).subarray(1, 3);
    const folded = Buffer.concat([
      before ?? Buffer.of(),
      letter.subarray(0, 1),
      Buffer.from('\r\n '),
      letter.subarray(1),
      Buffer.from('ch'),
    ]);
    const [head = '', tail = ''] = calendar(event(start, 'SUMMARY:#')).split('SUMMARY:#');
    const answer = read(Buffer.concat([Buffer.from(head), folded, Buffer.from(tail)]));
    expect('value' in answer && answer.value.meetings[0]?.fields.subject).toBe('Gespräch');
  });

  it('has its join link from beside the body, and nothing of the body', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/1';
    const { fields } = only(
      `X-MICROSOFT-SKYPETEAMSMEETINGURL:${link}`,
      'DESCRIPTION:A secret',
      'X-ALT-DESC;FMTTYPE=text/html:<p>A secret</p>',
    );
    expect([fields.isOnlineMeeting, fields.onlineMeeting?.joinUrl, fields.onlineMeetingProvider]).toEqual([true, link, 'teamsForBusiness']);
    expect(JSON.stringify(fields)).not.toContain('secret');
  });
});

describe('a message about a meeting', () => {
  it('that calls it off is a cancelled meeting', () => {
    expect(meetingsOf('METHOD:CANCEL', event(start)).map(({ fields }) => fields.isCancelled)).toEqual([true]);
  });

  it('that answers an invitation is no meeting', () => {
    expect(read(calendar('METHOD:REPLY', event(start)))).toEqual({
      fault: { line: 4, because: expect.stringContaining('an answer to an invitation') },
    });
  });
});

describe('a file', () => {
  it.each([
    ['nothing', '', 1, /not a calendar/],
    ['something else', '{ "name": "firsthand" }', 1, /not a calendar/],
    ['a zip archive', 'PK\u0003\u0004', 1, /zip archive: unpack it/],
    ['a calendar without events', calendar(), 1, /no events/],
    ['a calendar that is cut off in an event', calendar(event(start)).slice(0, -30), 3, /cut off: VEVENT begins here/],
    ['parts that end where others are open', calendar('BEGIN:VEVENT', 'END:VTODO'), 4, /damaged: VTODO ends here/],
    ['events without a start alone', calendar(event('SUMMARY:Lunch')), 3, /has no start/],
    ['a start that is no day', calendar(event('DTSTART:20261332T103000')), 5, /DTSTART is no time/],
  ])('with %s is refused with its line', (_, text, line, words) => {
    expect(read(text)).toEqual({ fault: { line, because: expect.stringMatching(words) } });
  });

  it('in Windows-1252 is refused with the first line that shows it', () => {
    expect(read(Buffer.from(calendar(event(start, 'SUMMARY:Gespr\u00e4ch')), 'latin1'))).toEqual({
      fault: { line: 6, because: expect.stringContaining('not in UTF-8') },
    });
  });

  it.each(['utf16le', '\ufeff utf16le'])('in UTF-16 is refused (%s)', (form) => {
    const mark = form.startsWith('\ufeff') ? '\ufeff' : '';
    expect(read(Buffer.from(mark + calendar(event(start)), 'utf16le'))).toEqual({
      fault: { line: 1, because: expect.stringContaining('UTF-16') },
    });
  });

  it('with a byte order mark, other line ends and lower case is read', () => {
    const text = `\ufeff${calendar(event(start)).replaceAll('\r\n', '\n').toLowerCase()}`;
    const answer = read(text);
    expect('value' in answer && answer.value.meetings.length).toBe(1);
  });

  it('may hold several calendars', () => {
    const answer = read(calendar(event(start)) + calendar(event('UID:2', start)));
    expect('value' in answer && answer.value.meetings.length).toBe(2);
  });

  it('with one broken event has the others, and names the line', () => {
    const { meetings, notices } = readWell(event('UID:good', start), event('UID:bad', 'DTSTART:Next Year'));
    expect(meetings).toHaveLength(1);
    expect(notices).toEqual([{ line: 9, because: expect.stringContaining('left out') }]);
  });

  it('that takes too long is refused with the line that was reached', () => {
    const bytes = Buffer.from(calendar(event(start)));
    const answer = readIcsCalendar({ bytes, timeZone: 'UTC', window: year2026, isLate: () => true });
    expect(answer).toEqual({ ok: false, fault: { line: 3, because: expect.stringContaining('took too long') } });
  });
});
