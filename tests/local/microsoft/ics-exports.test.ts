/** Whole exports as Outlook, Google and Apple write them: every meeting at its time, with its people, and nothing more. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IcsMeeting } from '../../../api/local/microsoft/ics-calendar.ts';
import { minute, read } from './ics-text.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/calendars');

function exported(program: string): readonly IcsMeeting[] {
  const answer = read(readFileSync(join(folder, `${program}.ics`)));
  if ('fault' in answer) throw new Error(`line ${answer.fault.line}: ${answer.fault.because}`);
  expect(answer.value.notices).toEqual([]);
  return [...answer.value.meetings].sort((a, b) => a.startsAtMs - b.startsAtMs);
}

const linesOf = (meetings: readonly IcsMeeting[]): readonly string[] =>
  meetings.map(
    ({ startsAtMs, endsAtMs, type, fields }) => `${minute(startsAtMs)} ${(endsAtMs - startsAtMs) / 60_000} ${type} ${fields.subject ?? ''}`,
  );

const peopleOf = (meeting: IcsMeeting | undefined): readonly string[] =>
  (meeting?.fields.attendees ?? []).map(
    ({ emailAddress, type, status }) => `${emailAddress?.address ?? ''} ${type ?? ''} ${status?.response ?? ''}`,
  );

describe('an export', () => {
  it('of Outlook', () => {
    const meetings = exported('outlook');
    expect(linesOf(meetings)).toEqual([
      '2026-01-12T09:00 60 occurrence Contoso weekly',
      '2026-01-20T14:00 60 exception Contoso weekly, moved',
      '2026-02-02T09:00 60 occurrence Contoso weekly',
      '2026-03-02T00:00 1440 singleInstance Day off',
      '2026-04-01T04:00 60 singleInstance Call from afar',
    ]);
    expect(peopleOf(meetings[0])).toEqual(['dana.lee@contoso.example required none', 'fjord@halden.example resource none']);
    expect(meetings[0]?.fields.attendees?.[0]?.emailAddress?.name).toBe('Lee, Dana');
    expect(meetings.map(({ fields }) => fields.sensitivity)).toEqual(['normal', 'normal', 'normal', 'private', 'normal']);
  });

  it('of Google', () => {
    const meetings = exported('google');
    expect(linesOf(meetings)).toEqual([
      '2026-01-12T09:00 60 singleInstance Contoso',
      '2026-03-16T11:00 90 occurrence Lunch',
      '2026-03-23T11:00 90 exception Lunch',
      '2026-03-30T10:00 90 occurrence Lunch',
    ]);
    expect(meetings.map(({ fields }) => fields.isCancelled)).toEqual([false, false, true, false]);
    expect(peopleOf(meetings[0])).toEqual([
      'dana.lee@contoso.example required accepted',
      'kim@halden.example required declined',
      'c_188example@resource.calendar.google.com resource accepted',
    ]);
    expect(meetings[0]?.fields.onlineMeeting?.joinUrl).toBe('https://meet.google.com/abc-defg-hij');
  });

  it('of Apple', () => {
    const meetings = exported('apple');
    expect(linesOf(meetings)).toEqual([
      '2026-05-04T16:00 60 singleInstance Lunch with Dana',
      '2026-06-15T00:00 1440 occurrence Anniversary',
    ]);
    expect(meetings[0]?.fields.organizer?.emailAddress).toEqual({ name: 'Kim Halden', address: 'kim@halden.example' });
    expect(peopleOf(meetings[0])).toEqual(['kim@halden.example required accepted', 'dana.lee@contoso.example required notResponded']);
    expect(meetings[0]?.fields.location?.displayName).toBe('Trattoria Da Enzo\nVia dei Vascellari 29');
  });
});
