// The people, groups and meeting rooms of the demo company Halden Instruments. All names are invented.
import { createHash } from 'node:crypto';
import type { CalendarShare, SimulatedGroup, SimulatedUser } from '../tenant.ts';

export const demoDomain = 'halden.example';

/** A GUID that depends on the text alone, in the form of a random one. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Object id of the person with this local part, whatever the seed and the day. */
export function personId(localPart: string): string {
  return guidOf(`${localPart}@${demoDomain}`);
}

export const demoTenantId = guidOf('tenant halden');

interface PersonOptions {
  readonly localPart: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly manager?: string;
  readonly appRoles?: SimulatedUser['appRoles'];
  readonly hasMailbox?: boolean;
}

function person(options: PersonOptions): SimulatedUser {
  const mail = `${options.localPart}@${demoDomain}`;
  return {
    id: personId(options.localPart),
    displayName: options.displayName,
    mail,
    userPrincipalName: mail,
    timeZone: options.timeZone,
    ...(options.manager === undefined ? {} : { managerId: personId(options.manager) }),
    appRoles: options.appRoles ?? [],
    hasMailbox: options.hasMailbox ?? true,
  };
}

/** Eight sellers; the first is the one of the story. */
export const sellers: readonly SimulatedUser[] = [
  person({ localPart: 'mara.sato', displayName: 'Mara Sato', timeZone: 'Europe/Berlin', manager: 'jonas.weber' }),
  person({ localPart: 'felix.brandl', displayName: 'Felix Brandl', timeZone: 'Europe/Berlin', manager: 'jonas.weber' }),
  person({ localPart: 'lucia.marin', displayName: 'Lucía Marín', timeZone: 'Europe/Madrid', manager: 'jonas.weber' }),
  person({ localPart: 'tomasz.zielak', displayName: 'Tomasz Zielak', timeZone: 'Europe/Berlin', manager: 'jonas.weber' }),
  person({ localPart: 'oliver.grantley', displayName: 'Oliver Grantley', timeZone: 'Europe/London', manager: 'hannah.clarkson' }),
  person({ localPart: 'amelia.norrish', displayName: 'Amelia Norrish', timeZone: 'Europe/London', manager: 'hannah.clarkson' }),
  person({ localPart: 'grace.whitlow', displayName: 'Grace Whitlow', timeZone: 'America/New_York', manager: 'hannah.clarkson' }),
  person({ localPart: 'marcus.readdy', displayName: 'Marcus Readdy', timeZone: 'America/New_York', manager: 'hannah.clarkson' }),
];

export const managers: readonly SimulatedUser[] = [
  person({ localPart: 'jonas.weber', displayName: 'Jonas Weber', timeZone: 'Europe/Berlin', appRoles: ['Manager'] }),
  person({ localPart: 'hannah.clarkson', displayName: 'Hannah Clarkson', timeZone: 'Europe/London', appRoles: ['Manager'] }),
];

/** Administers the tenant with an account that has no mailbox. */
export const admin = person({
  localPart: 'ines.ferrari',
  displayName: 'Ines Ferrari',
  timeZone: 'Europe/Berlin',
  appRoles: ['Admin'],
  hasMailbox: false,
});

/** Answers for people who share their calendar; no seller, and enrolled nowhere. */
export const assistant = person({
  localPart: 'aino.kettunen',
  displayName: 'Aino Kettunen',
  timeZone: 'Europe/Berlin',
  appRoles: ['Delegate'],
});

/** Mara lets the assistant read her calendar, Felix shows when he is busy. */
export const demoShares: readonly CalendarShare[] = [
  { ownerId: personId('mara.sato'), delegateId: assistant.id, role: 'read' },
  { ownerId: personId('felix.brandl'), delegateId: assistant.id, role: 'freeBusyRead' },
];

export const sellerGroupId = guidOf('group sellers');
export const mailboxScopeGroupId = guidOf('group mailbox scope');

const sellerIds = sellers.map((seller) => seller.id);

export const demoGroups: readonly SimulatedGroup[] = [
  { id: sellerGroupId, displayName: 'Sales', memberIds: sellerIds },
  { id: mailboxScopeGroupId, displayName: 'Mailboxes readable by Firsthand', memberIds: sellerIds },
  {
    id: guidOf('group everybody'),
    displayName: 'All staff',
    memberIds: [...sellerIds, ...managers.map((manager) => manager.id), admin.id],
  },
];

/** Colleagues without an account in the demo tenant, who appear as attendees only. */
export const otherColleagues = [
  { name: 'Ruben Falkner', mail: `ruben.falkner@${demoDomain}` },
  { name: 'Petra Solheim', mail: `petra.solheim@${demoDomain}` },
  { name: 'Ida Lindqvor', mail: `ida.lindqvor@${demoDomain}` },
  { name: 'Noah Tresko', mail: `noah.tresko@${demoDomain}` },
] as const;

export interface Room {
  readonly name: string;
  readonly mail: string;
}

/** Room mailboxes by the sellers' time zone. */
export const roomsByTimeZone: Readonly<Record<string, readonly Room[]>> = {
  'Europe/Berlin': [
    { name: 'Berlin / Fjord (8)', mail: `room-fjord@${demoDomain}` },
    { name: 'Berlin / Skagen (14)', mail: `room-skagen@${demoDomain}` },
  ],
  'Europe/Madrid': [{ name: 'Madrid / Sala Retiro (6)', mail: `sala-retiro@${demoDomain}` }],
  'Europe/London': [{ name: 'London / Thames Room (10)', mail: `thames-room@${demoDomain}` }],
  'America/New_York': [{ name: 'NYC 14F Hudson', mail: `nyc-hudson@${demoDomain}` }],
};
