/**
 * `node tests/bench/graph-requests.ts`: how often Graph is asked on a seller's working day with 4.5 meetings that change three times each, every part of a
 * batch counted, beside a poll every five minutes with one GET per changed event. Real parts; the day passes by the clock of the house, so that
 * it takes minutes. Goal: at most a tenth of the poll's requests.
 */
import { readDeltaPage } from '../../api/platform/graph/calendar-delta.ts';
import { readEvent } from '../../api/platform/graph/calendar.ts';
import { graphClients } from '../../api/platform/graph/graph-client.ts';
import { appTokens } from '../../api/platform/identity/app-token.ts';
import { anEvent, invited } from '../support/events.ts';
import { contoral, type House, openHouse, type TrueEvent } from '../support/house.ts';
import { startMachine } from '../support/machine.ts';

const sellers = ['ana', 'bob', 'cleo'] as const;
type Seller = (typeof sellers)[number];
/** Of three sellers: 4, 4 and 5 meetings, with three changes each, between half past eight and six. */
const meetingsOf: Readonly<Record<Seller, number>> = { ana: 4, bob: 4, cleo: 5 };
const changesPerMeeting = 3;
const minuteMs = 60_000;
const stepMinutes = 38;
const pollMinutes = 5;
const dayMinutes = 24 * 60;
const storedWithinMs = 60_000;

type Counts = Readonly<Record<string, { readonly all: number }>>;
type Day = (step: number, seller: Seller) => Promise<void>;

const { machine, stop } = await startMachine();
const house = await openHouse({ nowAt: '2026-05-03T22:00:00Z', isTold: true, machine });
try {
  await house.setUp();
  await house.readCalendars();
  await house.readChanges();
  await house.host.runTimer('keep-subscriptions');
  await until(house, 'select 1 from mailbox where subscription_id is null');
  const { counts, latenciesMs } = await ourDay(house, Date.parse('2026-05-04T00:00:00Z'));
  const poll = await pollingDay(house, Date.parse('2026-05-05T00:00:00Z'));
  report('ours', counts);
  report('poll', poll);
  const [ours, theirs] = [perSeller(counts), perSeller(poll)];
  const p95 = latenciesMs.sort((a, b) => a - b)[Math.floor(latenciesMs.length * 0.95)] ?? Number.NaN;
  process.stdout.write(`requests per seller and day: ${ours.toFixed(1)}, poll ${theirs.toFixed(1)}, ratio ${(ours / theirs).toFixed(3)}\n`);
  process.stdout.write(`changes stored within: median ${at(latenciesMs, 0.5)} s, p95 ${(p95 / 1_000).toFixed(1)} s after Graph told\n`);
} finally {
  await house.stop();
  await stop();
}

function at(sorted: readonly number[], share: number): string {
  return ((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) / 1_000).toFixed(1);
}

/** Requests that were sent, a batch as its parts. */
function perSeller(counts: Counts): number {
  const sent = Object.entries(counts).filter(([kind]) => kind !== 'batch' && kind !== 'batchItems');
  return sent.reduce((sum, [, { all }]) => sum + all, 0) / sellers.length;
}

function report(name: string, counts: Counts): void {
  const kinds = Object.entries(counts).map(([kind, { all }]) => `${kind} ${all}`);
  process.stdout.write(`${name}: ${kinds.join(', ')} of ${sellers.length} sellers\n`);
}

/** Each meeting is made, then answered by the customer, then moved by half an hour; a meeting's changes follow each other. */
function changesOn(on: House, dayMs: number): Day {
  const made = new Map<string, TrueEvent>();
  return async (step, seller) => {
    const number = Math.floor(step / changesPerMeeting);
    if (number >= meetingsOf[seller]) return;
    const key = `${seller} ${number}`;
    const startsAt = new Date(dayMs + (30 + number) * 3_600_000);
    const event = made.get(key);
    if (!event)
      made.set(key, await on.addEvent(seller, anEvent(startsAt.toISOString(), { subject: key, attendees: [invited(contoral, 'none')] })));
    else if (step % changesPerMeeting === 1) await on.changeEvent(seller, event.id, { attendees: [invited(contoral)] });
    else await on.changeEvent(seller, event.id, movedTo(startsAt.getTime() + 30 * minuteMs));
  };
}

function movedTo(startsAtMs: number): Pick<ReturnType<typeof anEvent>, 'start' | 'end'> {
  const { start, end } = anEvent(new Date(startsAtMs).toISOString());
  return { ...(start && { start }), ...(end && { end }) };
}

interface OurDay {
  readonly counts: Counts;
  /** From Graph's word to the end of the round, in real time. */
  readonly latenciesMs: number[];
}

async function ourDay(on: House, dayMs: number): Promise<OurDay> {
  const change = changesOn(on, dayMs);
  const latenciesMs: number[] = [];
  await control(on, 'requests', 'DELETE');
  for (let minutes = 0; minutes < dayMinutes; minutes += stepMinutes) {
    on.setNow(new Date(dayMs + minutes * minuteMs).toISOString());
    const step = Math.floor((minutes - 8 * 60) / stepMinutes);
    if (step >= 0) for (const seller of sellers) await change(step, seller);
    const toldMs = performance.now();
    await control(on, 'notifications/deliver', 'POST');
    await on.host.runTimer('request-mailbox-reads');
    await on.host.runTimer('keep-subscriptions');
    const isOpen = step >= 0 && sellers.some((seller) => Math.floor(step / changesPerMeeting) < meetingsOf[seller]);
    if (!isOpen) continue;
    await until(
      on,
      `select 1 from mailbox b join person p on p.person_id = b.seller_id
       where p.display_name ilike any($1) and b.changes_at < $2`,
      [changed(step), new Date(dayMs + minutes * minuteMs)],
    );
    latenciesMs.push(performance.now() - toldMs);
  }
  await until(on, `select 1 from mailbox where state <> 'read' or lease_until > now()`);
  return { counts: await control(on, 'requests', 'GET'), latenciesMs };
}

function changed(step: number): readonly string[] {
  return sellers.filter((seller) => Math.floor(step / changesPerMeeting) < meetingsOf[seller]).map((seller) => `%${seller}%`);
}

/** twentyhq/twenty's loop, on the same client: every five minutes the delta of each calendar, and one GET for each event in it. */
async function pollingDay(on: House, dayMs: number): Promise<Counts> {
  const change = changesOn(on, dayMs);
  const graph = graphClients(on.config, appTokens(on.config))(on.tenant.tenantId, 'background');
  const links = new Map<Seller, string>();
  const window = { startsAt: new Date(dayMs - 30 * dayMinutes * minuteMs), endsAt: new Date(dayMs + 60 * dayMinutes * minuteMs) };
  const look = async (seller: Seller): Promise<void> => {
    const userId = on.tenant.people[seller].id;
    const link = links.get(seller);
    let from: Parameters<typeof readDeltaPage>[2] = link === undefined ? window : { link };
    for (;;) {
      const page = await readDeltaPage(graph, userId, from);
      if (!page.ok) throw new Error(page.failure.kind);
      const events = link === undefined ? [] : page.value.changes.flatMap((each) => (each.kind === 'event' ? [each.event.eventId] : []));
      for (const eventId of events) await readEvent(graph, userId, eventId);
      links.set(seller, page.value.next.link);
      if (page.value.next.kind === 'end') return;
      from = { link: page.value.next.link };
    }
  };
  on.setNow(new Date(dayMs).toISOString());
  for (const seller of sellers) await look(seller);
  await control(on, 'requests', 'DELETE');
  let done = -1;
  for (let minutes = 0; minutes < dayMinutes; minutes += pollMinutes) {
    on.setNow(new Date(dayMs + minutes * minuteMs).toISOString());
    const step = Math.floor((minutes - 8 * 60) / stepMinutes);
    if (step > done) for (const seller of sellers) await change(step, seller);
    done = Math.max(done, step);
    for (const seller of sellers) await look(seller);
  }
  return control(on, 'requests', 'GET');
}

async function control(on: House, path: string, method: string): Promise<Counts> {
  const answer = await fetch(`${on.graphBaseUrl}/simulator/${path}`, { method, ...(method === 'POST' && { body: '{}' }) });
  return answer.status === 204 ? {} : ((await answer.json()) as Counts);
}

/** Until no row is left. */
async function until(on: House, openRows: string, values: readonly unknown[] = []): Promise<void> {
  const startedMs = performance.now();
  while ((await on.sql(openRows, values)).length > 0) {
    if (performance.now() - startedMs > storedWithinMs) throw new Error(`not within a minute: ${openRows}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
