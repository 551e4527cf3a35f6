/** An exported calendar as a mailbox: what the product reads of it through Graph's own client. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingKey } from '../../../api/domain/meeting-key.ts';
import { buildOwnTenant } from '../../../api/local/microsoft/own-tenant.ts';
import type { LocalTenant } from '../../../api/local/microsoft/tenant.ts';
import { readCalendarPage } from '../../../api/platform/graph/calendar.ts';
import type { CalendarEvent } from '../../../api/platform/graph/calendar-event.ts';
import { clientFor, type Cloud, startCloud } from './cloud.ts';
import { event, readWell, year2026 } from './ics-text.ts';

const mail = 'kim@halden.example';
const ours = { domain: 'halden.example' };
const weekly = ['DTSTART;TZID=Europe/Berlin:20260309T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3'];
const people = ['ORGANIZER:mailto:dana@contoso.example', `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${mail.toUpperCase()}`];
const lines = [
  event('UID:series', ...weekly, ...people, 'SUMMARY:Weekly', 'DESCRIPTION:secret words'),
  event('UID:series', 'RECURRENCE-ID:20260316T090000Z', 'DTSTART:20260317T140000Z', ...people, 'SUMMARY:Moved'),
  event('UID:lunch', 'DTSTART:20260504T103000Z', 'DURATION:PT1H', 'SUMMARY:Lunch', 'LOCATION:Trattoria'),
  event('UID:secret', 'DTSTART:20260505T103000Z', 'CLASS:PRIVATE', 'SUMMARY:Doctor'),
  event('UID:off', 'DTSTART;VALUE=DATE:20260506', 'STATUS:CANCELLED', 'SUMMARY:Fair'),
];
/** The same calendar as another program writes it: other zone names, other order, one more line here and there. */
const exportedElsewhere = [
  event('UID:lunch', 'DTSTART;TZID=Europe/Berlin:20260504T123000', 'DURATION:PT60M', 'SUMMARY:Lunch'),
  event('UID:series', 'RECURRENCE-ID;TZID=W. Europe Standard Time:20260316T100000', 'DTSTART:20260317T140000Z'),
  event('UID:series', 'DTSTART;TZID=W. Europe Standard Time:20260309T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3'),
];

let tenant: LocalTenant;
let cloud: Cloud;
let events: readonly CalendarEvent[];

function tenantOf(blocks: readonly (readonly string[])[], company: { readonly domain: string | undefined } = ours): LocalTenant {
  const calendar = readWell(...blocks);
  return buildOwnTenant({ calendar, mail, name: 'Kim', ...company, timeZone: 'Europe/Berlin', currency: 'EUR', accountsCsv: '' });
}

beforeAll(async () => {
  tenant = tenantOf(lines);
  cloud = await startCloud({ tenants: [tenant] });
  const window = { startsAt: new Date(year2026.fromMs), endsAt: new Date(year2026.toMs) };
  const page = await readCalendarPage(await clientFor(cloud, tenant.tenantId), tenant.users[0]?.id ?? '', window);
  if (!page.ok) throw new Error(page.failure.kind);
  expect(page.value.unreadable).toBe(0);
  events = page.value.events;
});

afterAll(() => cloud.close());

function named(subject: string): CalendarEvent {
  const found = events.find((each) => each.subject === subject);
  if (!found) throw new Error(`no meeting ${subject}`);
  return found;
}

describe('the product reads of an exported calendar', () => {
  it('every occurrence once, the moved one at its new time', () => {
    expect(events.map(({ subject, startsAt }) => `${startsAt.toISOString().slice(0, 16)} ${subject}`)).toEqual([
      '2026-03-09T09:00 Weekly',
      '2026-03-17T14:00 Moved',
      '2026-03-23T09:00 Weekly',
      '2026-05-04T10:30 Lunch',
      '2026-05-05T10:30 Doctor',
      '2026-05-06T00:00 Fair',
    ]);
  });

  it('the owner’s own answer to an invitation, and nobody else’s', () => {
    expect([named('Weekly').response, named('Weekly').isOrganizer]).toEqual(['tentative', false]);
    expect([named('Lunch').response, named('Lunch').isOrganizer]).toEqual(['organizer', true]);
  });

  it('what is private, cancelled, or lasts all day', () => {
    expect([named('Doctor').isNormalSensitivity, named('Lunch').isNormalSensitivity]).toEqual([false, true]);
    expect([named('Fair').isCancelled, named('Fair').isAllDay, named('Lunch').isCancelled]).toEqual([true, true, false]);
  });

  it('the same meeting key whichever program wrote the file', () => {
    const keysOf = (of: LocalTenant): readonly string[] =>
      [...of.calendars.values()]
        .flat()
        .filter((item) => item.event.type !== 'seriesMaster')
        .map((item) =>
          meetingKey({
            iCalUId: item.event.iCalUId ?? '',
            ...(item.event.originalStart && { originalStartsAt: new Date(item.event.originalStart) }),
          }),
        )
        .sort();
    const here = keysOf(tenant).filter((key) => /^(?:series|lunch)/.test(key));
    expect(keysOf(tenantOf(exportedElsewhere))).toEqual(here);
    expect(here).toHaveLength(4);
  });

  it('nothing of a body', () => {
    expect(JSON.stringify([...tenant.calendars])).not.toContain('secret words');
    expect([...tenant.calendars.values()].flat().every((item) => item.event.body === undefined)).toBe(true);
  });
});

describe('the tenant of an exported calendar', () => {
  it('has the owner as its only seller, and a manager and an administrator to look on', () => {
    expect(tenant.users.map(({ mail: address, appRoles, hasMailbox }) => [address, appRoles, hasMailbox])).toEqual([
      [mail, [], true],
      ['your-manager@halden.example', ['Manager'], false],
      ['your-administrator@halden.example', ['Admin'], false],
    ]);
    expect(tenant.users[0]?.managerId).toBe(tenant.users[1]?.id);
    expect(tenant.domains).toEqual(['halden.example']);
  });

  it('does not own a domain of free mail', () => {
    const free = tenantOf(lines, { domain: undefined });
    expect(free.domains.every((domain) => domain.endsWith('.example') && domain !== 'halden.example')).toBe(true);
  });

  it('keeps its ids from one export to the next', () => {
    const ids = (of: LocalTenant): readonly string[] => [of.tenantId, ...of.users.map(({ id }) => id), of.sellerGroupId];
    expect(ids(tenantOf(exportedElsewhere))).toEqual(ids(tenant));
  });
});
