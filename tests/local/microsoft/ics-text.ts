/** Small calendars of our own, as text, for the tests of the .ics reader. */
import { type IcsCalendar, type IcsMeeting, readIcsCalendar } from '../../../api/local/microsoft/ics-calendar.ts';
import type { IcsFault } from '../../../api/local/microsoft/ics-lines.ts';

export const year2026 = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2027, 0, 1) };

/** One event with these lines; a UID comes along unless one is among them. */
export function event(...lines: readonly string[]): readonly string[] {
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : ['UID:meeting-1@contoso.example'];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'];
}

/** A whole file. */
export function calendar(...lines: readonly (string | readonly string[])[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

export function read(text: string | Buffer): { readonly value: IcsCalendar } | { readonly fault: IcsFault } {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const answer = readIcsCalendar({ bytes, timeZone: 'Europe/Berlin', window: year2026, isLate: () => false });
  return answer.ok ? { value: answer.value } : { fault: answer.fault };
}

/** What must be readable. */
export function readWell(...lines: readonly (string | readonly string[])[]): IcsCalendar {
  const answer = read(calendar(...lines));
  if ('fault' in answer) throw new Error(`line ${answer.fault.line}: ${answer.fault.because}`);
  return answer.value;
}

/** By start. */
export function meetingsOf(...lines: readonly (string | readonly string[])[]): readonly IcsMeeting[] {
  return [...readWell(...lines).meetings].sort((a, b) => a.startsAtMs - b.startsAtMs);
}

/** Starts in UTC to the minute, in order. */
export function startsOf(...lines: readonly (string | readonly string[])[]): readonly string[] {
  return meetingsOf(...lines).map(({ startsAtMs }) => minute(startsAtMs));
}

export function minute(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 16);
}
