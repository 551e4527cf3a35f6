/** How an appointment that is filled in reaches Outlook by its address, and Teams by its own form of a moment. */
import { describe, expect, it } from 'vitest';
import { type AppointmentDraft, composeLink, teamsMoment } from '../../addin/host/appointment-draft.ts';

const draft: AppointmentDraft = {
  subject: 'Lunch & more + Contoso',
  attendees: ['dana+eu@contoso.example', 'sam@contoso.example'],
  startsAt: '2026-12-01T11:30:00.000Z',
  endsAt: '2026-12-01T13:00:00.000Z',
  locationText: 'Lunch nearby',
};

describe('the address of a new appointment in Outlook on the web', () => {
  it('holds everything as it was given', () => {
    const link = new URL(composeLink(draft));
    expect(link.origin + link.pathname).toBe('https://outlook.office.com/calendar/deeplink/compose');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: draft.subject,
      startdt: draft.startsAt,
      enddt: draft.endsAt,
      location: draft.locationText,
      to: 'dana+eu@contoso.example,sam@contoso.example',
    });
  });

  it('writes no blank as a plus sign, and leaves out what is not known', () => {
    const link = composeLink({ ...draft, attendees: [], locationText: '' });
    expect(link).not.toContain('+');
    expect([...new URL(link).searchParams.keys()]).not.toEqual(expect.arrayContaining(['to']));
    expect(link).not.toContain('location=');
  });
});

describe('a moment for Teams', () => {
  it.each([
    ['2026-12-01T11:30:00.000Z', 'Europe/Berlin', '12/01/2026 12:30:00'],
    ['2026-06-30T23:30:00.000Z', 'Europe/Berlin', '07/01/2026 01:30:00'],
    ['2026-12-01T00:00:00.000Z', 'UTC', '12/01/2026 00:00:00'],
    ['2026-12-01T11:30:00.000Z', 'America/Los_Angeles', '12/01/2026 03:30:00'],
  ])('%s in %s is %s', (instant, timeZone, moment) => {
    expect(teamsMoment(instant, timeZone)).toBe(moment);
  });
});
