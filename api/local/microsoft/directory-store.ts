// The people, groups and administrative units of a tenant as they are at this moment, with a log of whose entry changed. The
// Exchange scope follows its group. Knows no calendar.
import type { SimulatedTenant, SimulatedUser } from './tenant.ts';

/** A directory object and its direct members. */
export interface MemberList {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: Set<string>;
}

/** Groups and administrative units have members in the same way. */
export type MemberListKind = 'groups' | 'administrativeUnits';

export interface DirectoryChange {
  readonly userId: string;
  /** Whose report this user was before; undefined for nobody. */
  readonly managerIdBefore: string | undefined;
}

export interface Directory {
  /** By object id in lower case, in the order in which they came. */
  readonly users: Map<string, SimulatedUser>;
  /** Keys are the object id and the userPrincipalName, both in lower case. */
  readonly usersByName: Map<string, SimulatedUser>;
  readonly groups: Map<string, MemberList>;
  readonly administrativeUnits: Map<string, MemberList>;
  readonly scopeGroupId: string;
  readonly scopedUserIds: Set<string>;
  /** Every change since the start, oldest first; the place is the serial. */
  readonly changes: DirectoryChange[];
}

/** The directory of a tenant at its start. */
export function openDirectory(tenant: SimulatedTenant): Directory {
  const directory: Directory = {
    users: new Map(),
    usersByName: new Map(),
    groups: listsOf(tenant.groups),
    administrativeUnits: listsOf(tenant.administrativeUnits ?? []),
    scopeGroupId: tenant.mailboxScopeGroupId.toLowerCase(),
    scopedUserIds: new Set(),
    changes: [],
  };
  for (const user of tenant.users) index(directory, user);
  followScope(directory);
  return directory;
}

function listsOf(lists: SimulatedTenant['groups']): Map<string, MemberList> {
  return new Map(
    lists.map(({ id, displayName, memberIds }) => [id.toLowerCase(), { id, displayName, memberIds: new Set(memberIds) }] as const),
  );
}

function index(directory: Directory, user: SimulatedUser): void {
  directory.users.set(user.id.toLowerCase(), user);
  directory.usersByName.set(user.id.toLowerCase(), user);
  directory.usersByName.set(user.userPrincipalName.toLowerCase(), user);
}

function followScope(directory: Directory): void {
  directory.scopedUserIds.clear();
  for (const id of directory.groups.get(directory.scopeGroupId)?.memberIds ?? []) directory.scopedUserIds.add(id);
}

/** Adds a user, or replaces the one with the same id. */
export function putUser(directory: Directory, user: SimulatedUser): void {
  const before = directory.users.get(user.id.toLowerCase());
  if (before !== undefined) directory.usersByName.delete(before.userPrincipalName.toLowerCase());
  index(directory, user);
  directory.changes.push({ userId: user.id, managerIdBefore: before?.managerId });
}

/** The same user under another manager, or under none. */
export function withManager(user: SimulatedUser, managerId: string | undefined): SimulatedUser {
  const { id, displayName, mail, userPrincipalName, timeZone, appRoles, hasMailbox } = user;
  const rest = { id, displayName, mail, userPrincipalName, timeZone, appRoles, hasMailbox };
  return managerId === undefined ? rest : { ...rest, managerId };
}

/** A user leaves: gone from the directory, from every group and unit, and nobody's manager any more. */
export function removeUser(directory: Directory, user: SimulatedUser): void {
  directory.users.delete(user.id.toLowerCase());
  directory.usersByName.delete(user.id.toLowerCase());
  directory.usersByName.delete(user.userPrincipalName.toLowerCase());
  directory.changes.push({ userId: user.id, managerIdBefore: user.managerId });
  for (const list of [...directory.groups.values(), ...directory.administrativeUnits.values()]) list.memberIds.delete(user.id);
  followScope(directory);
  for (const report of [...directory.users.values()].filter(({ managerId }) => managerId === user.id)) {
    putUser(directory, withManager(report, undefined));
  }
}

/** Lets a user join or leave a group or an administrative unit. */
export function setMembership(
  directory: Directory,
  options: { readonly list: MemberList; readonly user: SimulatedUser; readonly isMember: boolean },
): void {
  const { list, user, isMember } = options;
  if (isMember) list.memberIds.add(user.id);
  else list.memberIds.delete(user.id);
  followScope(directory);
}
