// What a user's own token opens: calendars that their owners share with the user, as Outlook's permissions say, and private events as stubs.
import type { GraphContext, GraphFault } from './graph-http.ts';
import type { Mailbox } from './mailbox-store.ts';
import type { SimulatedEvent } from './tenant.ts';

/** The user in whose name the app asks, with the scopes of the token. */
export interface Delegate {
  readonly userId: string;
  readonly scopes: ReadonlySet<string>;
}

/** Shares by which events can be read; below them there is only free and busy, or a title. */
const readingShares: ReadonlySet<string> = new Set([
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
]);

const accessDenied: GraphFault = { status: 403, code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' };
const notInStore: GraphFault = { status: 404, code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' };

/**
 * Why the user may not read the owner's calendar; undefined when they may. The own one opens with either scope, another's with the `.Shared`
 * one where it is shared: one that is not shared at all does not exist for this user, one shared for free and busy alone is denied.
 */
export function delegateFault(context: GraphContext, { userId, scopes }: Delegate, ownerId: string): GraphFault | undefined {
  if (userId === ownerId) return scopes.has('Calendars.Read') || scopes.has('Calendars.Read.Shared') ? undefined : accessDenied;
  if (!scopes.has('Calendars.Read.Shared')) return accessDenied;
  const share = shareOf(context, { userId, ownerId });
  if (share === undefined) return notInStore;
  return readingShares.has(share) ? undefined : accessDenied;
}

/** The event as the caller sees it: a delegate without access to private events learns when they are, and nothing else. */
export function asSeen(context: GraphContext, mailbox: Mailbox, item: SimulatedEvent): SimulatedEvent {
  const delegate = context.get('delegate');
  const ownerId = mailbox.user.id;
  if (item.event.sensitivity !== 'private' || delegate === undefined || delegate.userId === ownerId) return item;
  if (shareOf(context, { userId: delegate.userId, ownerId }) === 'delegateWithPrivateEventAccess') return item;
  const { start, end, type, iCalUId, originalStart, isAllDay } = item.event;
  const shown = Object.entries({ start, end, type, iCalUId, originalStart, isAllDay }).filter(([, value]) => value !== undefined);
  const stub: SimulatedEvent['event'] = { subject: 'Private Appointment', sensitivity: 'private', attendees: [], isOrganizer: false };
  return { ...item, event: { ...stub, ...Object.fromEntries(shown) } };
}

function shareOf(context: GraphContext, people: { readonly userId: string; readonly ownerId: string }): string | undefined {
  const shares = context.get('tenant').tenant.calendarShares ?? [];
  return shares.find(({ ownerId, delegateId }) => ownerId === people.ownerId && delegateId === people.userId)?.role;
}
