/** A small tenant for tests: two sellers under one manager, a second line, an admin, an assistant, and a stranger without any role. */
import type { CalendarShare, SimulatedTenant, SimulatedUser } from '../../api/local/microsoft/tenant.ts';

export const berlin = 'Europe/Berlin';

export interface TestTenant extends SimulatedTenant {
  /** For a test to take away and give back. */
  readonly calendarShares: CalendarShare[];
  readonly sellerGroupId: string;
  /** Of ana and bob. */
  readonly administrativeUnitId: string;
  readonly people: Readonly<Record<Name, SimulatedUser>>;
}

const names = ['ana', 'bob', 'cleo', 'mia', 'max', 'adam', 'stan', 'dora'] as const;
/** ana and bob report to mia, cleo to max; adam is the admin, dora reads ana's calendar and sees when bob is busy, stan is nobody. */
export type Name = (typeof names)[number];

const managers: Partial<Record<Name, Name>> = { ana: 'mia', bob: 'mia', cleo: 'max' };
const appRoles: Partial<Record<Name, SimulatedUser['appRoles']>> = {
  mia: ['Manager'],
  max: ['Manager'],
  adam: ['Admin'],
  dora: ['Delegate'],
};
const sellers: readonly Name[] = ['ana', 'bob', 'cleo'];

/** `number` makes the ids and the domain of one tenant differ from another's. */
export function testTenant(number = 1): TestTenant {
  const domain = `ours${number}.example`;
  const idOf = (name: Name): string => `0000000${number}-0000-4000-8000-0000000000${String(names.indexOf(name) + 10)}`;
  const people = Object.fromEntries(
    names.map((name): [Name, SimulatedUser] => {
      const manager = managers[name];
      return [
        name,
        {
          id: idOf(name),
          displayName: `${name[0]?.toUpperCase()}${name.slice(1)} Test`,
          mail: `${name}@${domain}`,
          userPrincipalName: `${name}@${domain}`,
          timeZone: berlin,
          ...(manager && { managerId: idOf(manager) }),
          appRoles: appRoles[name] ?? [],
          hasMailbox: true,
        },
      ];
    }),
  ) as Record<Name, SimulatedUser>;
  const sellerGroupId = `0000000${number}-0000-4000-8000-000000000099`;
  const administrativeUnitId = `0000000${number}-0000-4000-8000-000000000098`;
  return {
    tenantId: `0000000${number}-0000-4000-8000-000000000001`,
    displayName: `Tenant ${number}`,
    domains: [domain],
    users: Object.values(people),
    groups: [{ id: sellerGroupId, displayName: 'Sellers', memberIds: sellers.map(idOf) }],
    administrativeUnits: [{ id: administrativeUnitId, displayName: 'South', memberIds: (['ana', 'bob'] as const).map(idOf) }],
    mailboxScopeGroupId: sellerGroupId,
    calendars: new Map(sellers.map((name) => [idOf(name), []])),
    calendarShares: [
      { ownerId: idOf('ana'), delegateId: idOf('dora'), role: 'read' },
      { ownerId: idOf('bob'), delegateId: idOf('dora'), role: 'freeBusyRead' },
      { ownerId: idOf('ana'), delegateId: idOf('mia'), role: 'read' },
    ],
    sellerGroupId,
    administrativeUnitId,
    people,
  };
}
