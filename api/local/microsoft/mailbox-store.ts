// The calendars as they truly are at this moment, indexed by id and ordered by start, with a log of every change. Changes go
// through `putItems` and `removeItems` alone. Copies the tenant's lists at the start and never touches the tenant.
import type { SimulatedEvent, SimulatedTenant, SimulatedUser } from './tenant.ts';
import { openDirectory } from './directory-store.ts';
import type { Directory } from './directory-store.ts';
import { toRestId } from './outlook-ids.ts';
import { tellExceptions } from './series-exceptions.ts';

/** One item before and after; one of the two is missing for an item that came or went. */
export interface MailboxChange {
  readonly before: SimulatedEvent | undefined;
  readonly after: SimulatedEvent | undefined;
}

/** `gone`: soft-deleted, as after a person has left. Graph answers both of the others alike. */
export const mailboxConditions = ['here', 'gone', 'on_premises'] as const;

export interface Mailbox {
  readonly user: SimulatedUser;
  /** By restId, in no particular order; occurrences are expanded, series masters are included. */
  readonly itemsByRestId: Map<string, SimulatedEvent>;
  readonly restIdByImmutableId: Map<string, string>;
  /** The newest changes, oldest first; empty when the simulator starts. */
  readonly changes: MailboxChange[];
  /** How many older changes were forgotten: the serial of a change is this number plus its place in `changes`. */
  forgottenChanges: number;
  /** Are told of every change after it was made. */
  readonly watchers: Set<(change: MailboxChange) => void>;
  condition: (typeof mailboxConditions)[number];
  /** Without series masters, by start, then id; undefined after a change, until asked for again. */
  view: readonly SimulatedEvent[] | undefined;
  /** Requests being answered now; Outlook allows four. */
  requestsInFlight: number;
  /** Requests since the window of ten minutes began. */
  recentRequests: { readonly sinceMs: number; count: number };
}

export interface TenantState {
  readonly tenant: SimulatedTenant;
  readonly directory: Directory;
  /** Keys are the object id and the userPrincipalName, both in lower case; follows the directory. */
  readonly usersByName: ReadonlyMap<string, SimulatedUser>;
  /** By user id; every user with a mailbox has one, also when it is empty. It stays after its user has left. */
  readonly mailboxes: Map<string, Mailbox>;
  /** Direct members of the Exchange RBAC scope; follows the directory. */
  readonly scopedUserIds: ReadonlySet<string>;
}

/** Longer ago than this many changes of one mailbox, Exchange has forgotten: its cache of sync states is bounded by size. */
export const maxRememberedChanges = 50_000;

/** Builds the state of one tenant. */
export function openTenant(tenant: SimulatedTenant): TenantState {
  const directory = openDirectory(tenant);
  const mailboxes = new Map<string, Mailbox>();
  for (const user of tenant.users.filter(({ hasMailbox }) => hasMailbox)) {
    mailboxes.set(user.id, openMailbox(user, tenant.calendars.get(user.id) ?? []));
  }
  return { tenant, directory, usersByName: directory.usersByName, mailboxes, scopedUserIds: directory.scopedUserIds };
}

/** A mailbox that nobody has changed yet. */
export function openMailbox(user: SimulatedUser, items: readonly SimulatedEvent[]): Mailbox {
  const told = tellExceptions(items);
  return {
    user,
    itemsByRestId: new Map(told.map((item) => [item.restId, item])),
    restIdByImmutableId: new Map(told.map((item) => [item.immutableId, item.restId])),
    changes: [],
    forgottenChanges: 0,
    watchers: new Set(),
    condition: 'here',
    view: undefined,
    requestsInFlight: 0,
    recentRequests: { sinceMs: Number.NEGATIVE_INFINITY, count: 0 },
  };
}

/** Adds or replaces items. */
export function putItems(mailbox: Mailbox, items: readonly SimulatedEvent[]): void {
  for (const item of items) {
    const before = mailbox.itemsByRestId.get(item.restId);
    mailbox.itemsByRestId.set(item.restId, item);
    mailbox.restIdByImmutableId.set(item.immutableId, item.restId);
    note(mailbox, { before, after: item });
  }
}

/** Takes items out of the mailbox. */
export function removeItems(mailbox: Mailbox, items: readonly SimulatedEvent[]): void {
  for (const item of items) {
    mailbox.itemsByRestId.delete(item.restId);
    mailbox.restIdByImmutableId.delete(item.immutableId);
    note(mailbox, { before: item, after: undefined });
  }
}

function note(mailbox: Mailbox, change: MailboxChange): void {
  mailbox.view = undefined;
  mailbox.changes.push(change);
  if (mailbox.changes.length > maxRememberedChanges) {
    mailbox.changes.shift();
    mailbox.forgottenChanges += 1;
  }
  for (const watcher of mailbox.watchers) watcher(change);
}

/** How many changes there were in all: the serial that the next change will have. */
export function nextChangeSerial(mailbox: Mailbox): number {
  return mailbox.forgottenChanges + mailbox.changes.length;
}

/** Finds by REST, immutable or EWS id; ids are case-sensitive. */
export function findItem(mailbox: Mailbox, id: string): SimulatedEvent | undefined {
  const restId = toRestId(id);
  return mailbox.itemsByRestId.get(mailbox.restIdByImmutableId.get(restId) ?? restId);
}

function orderedView(mailbox: Mailbox): readonly SimulatedEvent[] {
  mailbox.view ??= [...mailbox.itemsByRestId.values()]
    .filter((item) => item.event.type !== 'seriesMaster')
    .sort((a, b) => a.startsAtMs - b.startsAtMs || (a.restId < b.restId ? -1 : 1));
  return mailbox.view;
}

/** Half-open, in milliseconds since 1970. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Whether an item overlaps the window; one of no length counts where it starts. */
export function isWithin(item: SimulatedEvent, window: Window): boolean {
  return (
    item.startsAtMs < window.toMs &&
    (item.endsAtMs > window.fromMs || (item.endsAtMs === item.startsAtMs && item.startsAtMs >= window.fromMs))
  );
}

/** Items that overlap the window, by start; no series masters. */
export function itemsWithin(mailbox: Mailbox, window: Window): readonly SimulatedEvent[] {
  return orderedView(mailbox).filter((item) => isWithin(item, window));
}
