// The calendars as they truly are at this moment, indexed by id and ordered by start. Changes go through `putItems` alone, so
// that delta and notifications can later hang there. Copies the tenant's lists at the start and never touches the tenant.
import type { SimulatedEvent, SimulatedTenant, SimulatedUser } from './tenant.ts';
import { toRestId } from './outlook-ids.ts';

export interface Mailbox {
  readonly user: SimulatedUser;
  /** By restId, in no particular order; occurrences are expanded, series masters are included. */
  readonly itemsByRestId: Map<string, SimulatedEvent>;
  readonly restIdByImmutableId: Map<string, string>;
  /** Without series masters, by start, then id; undefined after a change, until asked for again. */
  view: readonly SimulatedEvent[] | undefined;
  /** Requests being answered now; Outlook allows four. */
  requestsInFlight: number;
}

export interface TenantState {
  readonly tenant: SimulatedTenant;
  /** Keys are the object id and the userPrincipalName, both in lower case. */
  readonly usersByName: ReadonlyMap<string, SimulatedUser>;
  /** By user id; every user with a mailbox has one, also when it is empty. */
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  /** Direct members of the Exchange RBAC scope. */
  readonly scopedUserIds: ReadonlySet<string>;
}

/** Builds the state of one tenant. */
export function openTenant(tenant: SimulatedTenant): TenantState {
  const scope = tenant.groups.find((group) => group.id === tenant.mailboxScopeGroupId);
  const names = tenant.users.flatMap((user) => [
    [user.id.toLowerCase(), user] as const,
    [user.userPrincipalName.toLowerCase(), user] as const,
  ]);
  const mailboxes = tenant.users
    .filter((user) => user.hasMailbox)
    .map((user) => [user.id, openMailbox(user, tenant.calendars.get(user.id) ?? [])] as const);
  return { tenant, usersByName: new Map(names), mailboxes: new Map(mailboxes), scopedUserIds: new Set(scope?.memberIds) };
}

function openMailbox(user: SimulatedUser, items: readonly SimulatedEvent[]): Mailbox {
  const mailbox: Mailbox = { user, itemsByRestId: new Map(), restIdByImmutableId: new Map(), view: undefined, requestsInFlight: 0 };
  putItems(mailbox, items);
  return mailbox;
}

/** Adds or replaces items. */
export function putItems(mailbox: Mailbox, items: readonly SimulatedEvent[]): void {
  for (const item of items) {
    mailbox.itemsByRestId.set(item.restId, item);
    mailbox.restIdByImmutableId.set(item.immutableId, item.restId);
  }
  mailbox.view = undefined;
}

/** Takes items out of the mailbox. */
export function removeItems(mailbox: Mailbox, items: readonly SimulatedEvent[]): void {
  for (const item of items) {
    mailbox.itemsByRestId.delete(item.restId);
    mailbox.restIdByImmutableId.delete(item.immutableId);
  }
  mailbox.view = undefined;
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

/** Items that overlap the half-open window [from, to), by start; an item of no length counts where it starts. */
export function itemsWithin(mailbox: Mailbox, window: { readonly fromMs: number; readonly toMs: number }): readonly SimulatedEvent[] {
  return orderedView(mailbox).filter(
    (item) =>
      item.startsAtMs < window.toMs &&
      (item.endsAtMs > window.fromMs || (item.endsAtMs === item.startsAtMs && item.startsAtMs >= window.fromMs)),
  );
}
