// Rounds of change tracking over one mailbox and one window: a first round gives everything, later ones what changed since. Knows
// no HTTP and no token text; a round goes on where its cursor stands, whatever changes in between.
import type { SimulatedEvent } from './tenant.ts';
import { isWithin, nextChangeSerial } from './mailbox-store.ts';
import type { Mailbox, Window } from './mailbox-store.ts';

export type DeltaCursor =
  /** Inside the first round: what was given so far has ids up to `afterRestId`; changes count from `sinceSerial`. */
  | { readonly kind: 'baseline'; readonly sinceSerial: number; readonly afterRestId: string }
  /** Between two rounds, and the state that a delta link carries. */
  | { readonly kind: 'rest'; readonly sinceSerial: number }
  /** Inside a later round over the changes from `sinceSerial` up to and without `toSerial`. */
  | { readonly kind: 'changes'; readonly sinceSerial: number; readonly toSerial: number; readonly afterSerial: number };

export interface DeltaEntry {
  /** As it is now, or as it was last when it is gone or outside the window. */
  readonly item: SimulatedEvent;
  /** Deleted, moved out of the window, or never inside: Graph tells of all three in the same way. */
  readonly isRemoved: boolean;
}

export interface DeltaRoundPage {
  /** At most one entry per item and round; in no promised order. */
  readonly entries: readonly DeltaEntry[];
  /** `rest` when this page ends the round. */
  readonly next: DeltaCursor;
}

/** Where a first round begins. */
export function firstCursor(mailbox: Mailbox): DeltaCursor {
  return { kind: 'baseline', sinceSerial: nextChangeSerial(mailbox), afterRestId: '' };
}

/** Whether the changes that the cursor asks for are still remembered. */
export function isRemembered(mailbox: Mailbox, cursor: DeltaCursor): boolean {
  return cursor.sinceSerial >= mailbox.forgottenChanges && cursor.sinceSerial <= nextChangeSerial(mailbox);
}

interface RoundOptions {
  readonly mailbox: Mailbox;
  readonly window: Window;
  readonly size: number;
}

/** The next page of a round, of at most `size` entries. */
export function readRound(options: RoundOptions & { readonly cursor: DeltaCursor }): DeltaRoundPage {
  const { cursor } = options;
  if (cursor.kind === 'baseline') return readBaseline({ ...options, cursor });
  const toSerial = cursor.kind === 'changes' ? cursor.toSerial : nextChangeSerial(options.mailbox);
  const afterSerial = cursor.kind === 'changes' ? cursor.afterSerial : cursor.sinceSerial - 1;
  return readChanges({ ...options, cursor: { kind: 'changes', sinceSerial: cursor.sinceSerial, toSerial, afterSerial } });
}

/** By id: Graph promises no order, and an order by time would let a reader rely on one. */
function readBaseline(options: RoundOptions & { readonly cursor: DeltaCursor & { readonly kind: 'baseline' } }): DeltaRoundPage {
  const { mailbox, window, size, cursor } = options;
  const isVisible = visibility(mailbox, window);
  const left = [...mailbox.itemsByRestId.values()]
    .filter((item) => item.restId > cursor.afterRestId && isVisible(item))
    .sort((a, b) => (a.restId < b.restId ? -1 : 1));
  const entries = left.slice(0, size).map((item) => ({ item, isRemoved: false }));
  const last = entries.at(-1)?.item.restId;
  if (left.length <= size || last === undefined) return { entries, next: { kind: 'rest', sinceSerial: cursor.sinceSerial } };
  return { entries, next: { ...cursor, afterRestId: last } };
}

function readChanges(options: RoundOptions & { readonly cursor: DeltaCursor & { readonly kind: 'changes' } }): DeltaRoundPage {
  const { mailbox, window, size, cursor } = options;
  const isVisible = visibility(mailbox, window);
  const left = touchedItems(mailbox, cursor).filter(({ serial }) => serial > cursor.afterSerial);
  const page = left.slice(0, size);
  const entries = page.map(({ item }) => {
    const current = mailbox.itemsByRestId.get(item.restId);
    return { item: current ?? item, isRemoved: current === undefined || !isVisible(current) };
  });
  const last = page.at(-1)?.serial;
  if (left.length <= size || last === undefined) return { entries, next: { kind: 'rest', sinceSerial: cursor.toSerial } };
  return { entries, next: { ...cursor, afterSerial: last } };
}

interface Touched {
  readonly item: SimulatedEvent;
  /** Between whole numbers stands the master of the occurrence with the whole one. */
  readonly serial: number;
}

/** Items changed within the round, by their last change; the master of a changed occurrence is one of them, as it holds them all. */
function touchedItems(mailbox: Mailbox, round: { readonly sinceSerial: number; readonly toSerial: number }): readonly Touched[] {
  const byRestId = new Map<string, Touched>();
  const touch = (item: SimulatedEvent, serial: number): void => {
    byRestId.set(item.restId, { item, serial });
  };
  for (let serial = round.sinceSerial; serial < round.toSerial; serial += 1) {
    const change = mailbox.changes[serial - mailbox.forgottenChanges];
    const item = change?.after ?? change?.before;
    if (item === undefined) continue;
    const master = mailbox.itemsByRestId.get(item.seriesMasterRestId ?? '');
    if (master !== undefined) touch(master, serial - 0.5);
    touch(item, serial);
  }
  return [...byRestId.values()].sort((a, b) => a.serial - b.serial);
}

/** Inside the window; a master is in when one of its occurrences is. */
function visibility(mailbox: Mailbox, window: Window): (item: SimulatedEvent) => boolean {
  const masterIds = new Set<string | undefined>();
  for (const item of mailbox.itemsByRestId.values()) {
    if (item.event.type !== 'seriesMaster' && isWithin(item, window)) masterIds.add(item.seriesMasterRestId);
  }
  return (item) => (item.event.type === 'seriesMaster' ? masterIds.has(item.restId) : isWithin(item, window));
}
