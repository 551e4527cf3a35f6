/**
 * Following change tracking from any point, in pages of any size and with changes in between, ends with the calendar that a full look
 * gives; and an occurrence always says what its series says, so that a reader may take the rest of it from there.
 */
import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMeeting, deleteMeeting, patchMeeting } from '../../../api/local/microsoft/calendar-changes.ts';
import { firstCursor, isRemembered, readRound } from '../../../api/local/microsoft/mailbox-delta.ts';
import type { DeltaCursor } from '../../../api/local/microsoft/mailbox-delta.ts';
import { itemsWithin, maxRememberedChanges, openTenant, putItems } from '../../../api/local/microsoft/mailbox-store.ts';
import type { Mailbox, TenantState } from '../../../api/local/microsoft/mailbox-store.ts';
import { recreate } from '../../../api/local/microsoft/series-changes.ts';
import { tellExceptions } from '../../../api/local/microsoft/series-exceptions.ts';
import type { SimulatedEvent } from '../../../api/local/microsoft/tenant.ts';
import { people, smallTenant } from './cloud.ts';

const { anna, carl } = people;
const dayMs = 86_400_000;
const firstDayMs = Date.UTC(2026, 2, 16);
/** Two weeks around the change to summer time; meetings lie up to a week before and after. */
const window = { fromMs: firstDayMs + 7 * dayMs, toMs: firstDayMs + 21 * dayMs };
const nowAt = new Date(firstDayMs);

/** Which item is meant: a place in the list of the mailbox's items. */
const which = fc.nat({ max: 60 });
const who = fc.constantFrom(anna.id, carl.id);
const day = fc.integer({ min: 0, max: 27 });
const hour = fc.integer({ min: 0, max: 22 });

const anyChange = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), who, day, hour, isShared: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('addSeries' as const),
      who,
      day,
      hour,
      isShared: fc.boolean(),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who, which, day, hour }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('invite' as const), who, which, isInvited: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recreate' as const), who, which }) },
);
const anyStep = fc.oneof(
  { weight: 6, arbitrary: anyChange },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('readPage' as const), size: fc.integer({ min: 1, max: 7 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('newReader' as const) }) },
);
type Change = typeof anyChange extends fc.Arbitrary<infer C> ? C : never;

/** Somebody who follows one mailbox: what they hold, by id, and where they stand. */
interface Reader {
  held: Map<string, SimulatedEvent>;
  cursor: DeltaCursor;
}

function readPage(mailbox: Mailbox, reader: Reader, size: number): void {
  expect(isRemembered(mailbox, reader.cursor)).toBe(true);
  const page = readRound({ mailbox, window, cursor: reader.cursor, size });
  expect(page.entries.length).toBeLessThanOrEqual(size);
  for (const { item, isRemoved } of page.entries) {
    if (isRemoved) reader.held.delete(item.restId);
    else reader.held.set(item.restId, item);
  }
  reader.cursor = page.next;
}

const maxPages = 500;

function readToRest(mailbox: Mailbox, reader: Reader, size: number): void {
  for (let pages = 0; pages < maxPages; pages += 1) {
    readPage(mailbox, reader, size);
    if (reader.cursor.kind === 'rest') return;
  }
  throw new Error('The round did not end.');
}

const timeOf = (options: { readonly day: number; readonly hour: number }, minutes: number): NonNullable<GraphEvent['start']> => ({
  dateTime: new Date(firstDayMs + options.day * dayMs + options.hour * 3_600_000 + minutes * 60_000).toISOString().slice(0, -1),
  timeZone: 'UTC',
});

const invitation = (isInvited: boolean): NonNullable<GraphEvent['attendees']> =>
  isInvited ? [anna, carl].map(({ mail }) => ({ type: 'required', emailAddress: { name: mail, address: mail } })) : [];

function newEvent(change: Change & { readonly do: 'add' | 'addSeries' }): GraphEvent {
  const event: GraphEvent = {
    subject: 'Meeting',
    start: timeOf(change, 0),
    end: timeOf(change, 45),
    attendees: invitation(change.isShared),
  };
  if (change.do === 'add') return event;
  const startDate = event.start?.dateTime?.slice(0, 10) ?? '';
  return {
    ...event,
    recurrence: {
      pattern: { type: 'daily', interval: 3 },
      range: { type: 'numbered', startDate, numberOfOccurrences: change.count, recurrenceTimeZone: 'UTC' },
    },
  };
}

function patchOf(change: Change, serial: number): GraphEvent {
  if (change.do === 'move') return { start: timeOf(change, 0), end: timeOf(change, 45) };
  if (change.do === 'cancel') return { isCancelled: true };
  if (change.do === 'answer') return { responseStatus: { response: 'declined', time: nowAt.toISOString() } };
  if (change.do === 'invite') return { attendees: invitation(change.isInvited) };
  return { subject: `Meeting ${serial}` };
}

function apply(state: TenantState, change: Change, serial: number): void {
  const mailbox = state.mailboxes.get(change.who);
  if (mailbox === undefined) return;
  if (change.do === 'add' || change.do === 'addSeries') {
    addMeeting({ state, mailbox, nowAt, serial, event: newEvent(change) });
    return;
  }
  const items = [...mailbox.itemsByRestId.values()];
  const item = items[change.which % Math.max(1, items.length)];
  if (item === undefined) return;
  if (change.do === 'remove') deleteMeeting({ state, mailbox, nowAt, item });
  else if (change.do === 'recreate') recreate({ mailbox, item, serial });
  else patchMeeting({ state, mailbox, nowAt, item, patch: patchOf(change, serial) });
}

/** What a full look shows: everything within the window, and the masters of the occurrences there. */
function truthOf(mailbox: Mailbox): ReadonlyMap<string, SimulatedEvent> {
  const within = itemsWithin(mailbox, window);
  const masters = within.flatMap(({ seriesMasterRestId }) => mailbox.itemsByRestId.get(seriesMasterRestId ?? '') ?? []);
  return new Map([...within, ...masters].map((item) => [item.restId, item]));
}

it('change tracking and a full look give the same calendar', () => {
  let largest = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40, size: 'max' }), fc.integer({ min: 1, max: 9 }), (steps, size) => {
      const state = openTenant(smallTenant([]));
      const mailbox = state.mailboxes.get(anna.id);
      if (mailbox === undefined) throw new Error('Anna has a mailbox.');
      const readers: Reader[] = [{ held: new Map(), cursor: firstCursor(mailbox) }];
      for (const [serial, step] of steps.entries()) {
        if (step.do === 'newReader') readers.push({ held: new Map(), cursor: firstCursor(mailbox) });
        else if (step.do === 'readPage') for (const reader of readers) readPage(mailbox, reader, step.size);
        else apply(state, step, serial);
      }
      const truth = truthOf(mailbox);
      largest = Math.max(largest, truth.size);
      for (const reader of readers) {
        readToRest(mailbox, reader, size);
        readToRest(mailbox, reader, size);
        expect(new Map([...reader.held].sort())).toEqual(new Map([...truth].sort()));
      }
    }),
    { numRuns: 300 },
  );
  // The histories are of use only when they leave something to compare.
  expect(largest).toBeGreaterThan(10);
});

it('an occurrence always says what its series says, in every mailbox', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 40, size: 'max' }), (changes) => {
      const state = openTenant(smallTenant([]));
      for (const [serial, change] of changes.entries()) apply(state, change, serial);
      for (const mailbox of state.mailboxes.values()) {
        const items = [...mailbox.itemsByRestId.values()];
        expect(tellExceptions(items).map(({ event }) => event.type)).toEqual(items.map(({ event }) => event.type));
      }
    }),
    { numRuns: 300 },
  );
});

it('what lies further back than the remembered changes is forgotten', () => {
  const state = openTenant(
    smallTenant([{ key: 'lunch', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z', users: [anna] }]),
  );
  const mailbox = state.mailboxes.get(anna.id);
  const [item] = [...(mailbox?.itemsByRestId.values() ?? [])];
  if (mailbox === undefined || item === undefined) throw new Error('Anna has lunch.');
  const cursor = firstCursor(mailbox);
  for (let change = 0; change < maxRememberedChanges; change += 1) putItems(mailbox, [item]);
  expect(isRemembered(mailbox, cursor)).toBe(true);
  putItems(mailbox, [item]);
  expect(isRemembered(mailbox, cursor)).toBe(false);
  expect(isRemembered(mailbox, firstCursor(mailbox))).toBe(true);
});
