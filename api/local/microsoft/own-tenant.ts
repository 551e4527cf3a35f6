// A tenant around one exported calendar: its owner as the only seller with a mailbox, and a manager and an administrator to look on.
import { createHash } from 'node:crypto';
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import type { IcsCalendar, IcsMeeting } from './ics-calendar.ts';
import { copyMeeting, utcTimes } from './meeting-copies.ts';
import type { LocalTenant, SimulatedEvent, SimulatedUser } from './tenant.ts';

export interface OwnTenantOptions {
  readonly calendar: IcsCalendar;
  /** Mail address of the calendar's owner. */
  readonly mail: string;
  readonly name: string;
  /** The owner's company; undefined when the address is one that anybody can have. */
  readonly domain: string | undefined;
  /** IANA name. */
  readonly timeZone: string;
  readonly currency: string;
  readonly accountsCsv: string;
}

/** Whose domain belongs to nobody (RFC 2606). */
const noCompany = 'own-calendar.example';

/** The same address gives the same tenant, people and ids: a later export of the calendar continues the earlier one. */
export function buildOwnTenant(options: OwnTenantOptions): LocalTenant {
  const domain = options.domain ?? noCompany;
  const [me, manager, admin] = peopleOf(options, domain);
  const sellerGroupId = guidOf(`group sellers ${options.mail}`);
  const mailboxScopeGroupId = guidOf(`group mailbox scope ${options.mail}`);
  return {
    tenantId: guidOf(`tenant ${options.mail}`),
    displayName: domain === noCompany ? options.name : domain,
    domains: [domain],
    users: [me, manager, admin],
    groups: [
      { id: sellerGroupId, displayName: 'Sales', memberIds: [me.id] },
      { id: mailboxScopeGroupId, displayName: 'Mailboxes readable by Firsthand', memberIds: [me.id] },
    ],
    mailboxScopeGroupId,
    calendars: new Map([[me.id, mailboxItems(options.calendar, me)]]),
    timeZone: options.timeZone,
    currency: options.currency,
    sellerGroupId,
    accountsCsv: options.accountsCsv,
  };
}

function peopleOf({ mail, name, timeZone }: OwnTenantOptions, domain: string): readonly [SimulatedUser, SimulatedUser, SimulatedUser] {
  const person = (role: string, displayName: string): Omit<SimulatedUser, 'appRoles'> => {
    const address = role === 'seller' ? mail : `your-${role}@${domain}`;
    const hasMailbox = role === 'seller';
    return { id: guidOf(`${role} ${mail}`), displayName, mail: address, userPrincipalName: address, timeZone, hasMailbox };
  };
  const manager = { ...person('manager', 'Your manager'), appRoles: ['Manager' as const] };
  const admin = { ...person('administrator', 'Your administrator'), appRoles: ['Admin' as const] };
  return [{ ...person('seller', name), appRoles: [], managerId: manager.id }, manager, admin];
}

/** A GUID that depends on the text alone, in the form of a random one. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text.toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function mailboxItems(calendar: IcsCalendar, user: SimulatedUser): SimulatedEvent[] {
  const seriesUids = new Set(calendar.masters.map(({ uid }) => uid));
  const masters = calendar.masters.map((master) =>
    itemOf({ ...master, type: 'seriesMaster', originalStartsAtMs: undefined }, { user, hasMaster: false }),
  );
  return [...masters, ...calendar.meetings.map((meeting) => itemOf(meeting, { user, hasMaster: seriesUids.has(meeting.uid) }))];
}

interface Item extends Omit<IcsMeeting, 'type'> {
  readonly type: IcsMeeting['type'] | 'seriesMaster';
}

function itemOf(item: Item, { user, hasMaster }: { readonly user: SimulatedUser; readonly hasMaster: boolean }): SimulatedEvent {
  const originalStart = item.originalStartsAtMs === undefined ? undefined : new Date(item.originalStartsAtMs).toISOString();
  const isSingle = item.type === 'singleInstance';
  const { startsAtMs, endsAtMs } = item;
  const shared: GraphEvent = {
    // An event that names no organizer is its owner's.
    organizer: { emailAddress: { name: user.displayName, address: user.mail } },
    ...item.fields,
    iCalUId: item.uid,
    type: item.type,
    ...utcTimes({ startsAtMs, endsAtMs }),
    ...(originalStart !== undefined && { originalStart }),
  };
  const own = shared.attendees?.find(({ emailAddress }) => emailAddress?.address?.toLowerCase() === user.mail.toLowerCase());
  return copyMeeting({
    user,
    meetingKey: originalStart === undefined ? `${item.uid}|${item.type}` : `${item.uid}|${originalStart}`,
    ...(!isSingle && { seriesKey: item.uid }),
    ...(hasMaster && !isSingle && { masterKey: `${item.uid}|seriesMaster` }),
    shared,
    startsAtMs,
    endsAtMs,
    response: own?.status?.response ?? 'none',
  });
}
