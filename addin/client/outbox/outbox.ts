/**
 * Every command of a seller goes through here: written down on this device, sent in order, done exactly once however often it is sent,
 * and kept until the server has acknowledged or refused it. Draws nothing.
 */
import type { RouteName } from '../../../api/contract/routes.ts';
import type { Call, CallFailure, CallInput, Reply } from '../call.ts';
import { isPassing } from '../failure.ts';
import { personIn } from '../token-owner.ts';
import { nextToSend, type OutboxEntry } from './outbox-entry.ts';
import type { OutboxChannel, Settled } from './outbox-channel.ts';
import type { OutboxStore } from './outbox-store.ts';
import { refusedParts } from './refused-parts.ts';

/** A command before it has its place in line. */
export type NewCommand = Pick<OutboxEntry, 'name' | 'input' | 'about'> & Partial<Pick<OutboxEntry, 'key' | 'isVersion'>>;

export interface LineChange {
  readonly keep: readonly OutboxEntry[];
  /** Behind the others, in this order. */
  readonly add: readonly NewCommand[];
}

export type Sent<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly failure: CallFailure }
  /** Kept on this device: it is sent by itself later, and `onSettled` tells what came of it. */
  | { readonly kind: 'kept' };

export interface OutboxState {
  /** The signed-in person's own, in order. */
  readonly entries: readonly OutboxEntry[];
  /** The signed-in person's object id; undefined until it is known and `entries` have been read. */
  readonly personId: string | undefined;
  /** False where this browser keeps nothing: what waits is lost with the page. */
  readonly isKept: boolean;
  /** Why nothing can be sent for the moment; undefined while all is well. */
  readonly heldUpBy: CallFailure | undefined;
}

export interface Outbox {
  readonly state: () => OutboxState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * The ordinary way in. Resolves once the server has answered, or as soon as it is clear that the command has to wait. A refusal at once is
   * the caller's to show; one that comes after waiting stays in line.
   * `about` names it to the seller in a list of what could not be sent.
   */
  readonly send: <N extends RouteName>(name: N, input: CallInput<N>, about: string) => Promise<Sent<Reply<N>>>;
  /** Rewrites the person's own line in one step. An entry that was sent is only to be kept, since its answer is open. */
  readonly change: (plan: (entries: readonly OutboxEntry[]) => LineChange) => Promise<void>;
  /** What came of the person's own commands, whichever page sent them, also long after they were queued; a moment before the line shows it. */
  readonly onSettled: (listener: (settled: Settled) => void) => () => void;
  /** Tries at once what waits: the network is back, or a person asks for it. */
  readonly wake: () => void;
  /** Sends a refused command once more. */
  readonly tryAgain: (key: string) => Promise<void>;
  /** Gives a refused command up. */
  readonly discard: (key: string) => Promise<void>;
}

export interface OutboxOptions {
  readonly store: Promise<OutboxStore>;
  readonly call: Call;
  /** Who is signed in, as `ownerOf` says; undefined while nobody is known. */
  readonly owner: () => Promise<string | undefined>;
  readonly channel: OutboxChannel;
  /** Runs `work` while no other page of this browser runs it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly isOnline: () => boolean;
  readonly nowAt: () => string;
  readonly newKey: () => string;
  /** Calls back once after so many milliseconds; returns how to prevent it. */
  readonly after: (delayMs: number, work: () => void) => () => void;
  /** This page has sent a command that was done: what was read before is out of date. */
  readonly onDone: () => void;
}

/** Commands about different things that are under way at the same time. */
const maxAtOnce = 4;
const firstDelayMs = 2_000;
const longestDelayMs = 60_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { call, channel, newKey } = options;
  let state: OutboxState = { entries: [], personId: undefined, isKept: true, heldUpBy: undefined };
  let failedTries = 0;
  let cancelRetry = (): void => undefined;
  let isRunning = false;
  let isWoken = false;
  let interrupt = (): void => undefined;
  const listeners = new Set<() => void>();
  const settledListeners = new Set<(settled: Settled) => void>();
  /** Keys of commands for whose answer somebody on this page waits: a refusal is shown there and not kept in line. */
  const awaited = new Set<string>();
  const heldUpListeners = new Set<() => void>();

  function set(changes: Partial<OutboxState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  async function show(all: readonly OutboxEntry[]): Promise<void> {
    const owner = await options.owner();
    const { isKept } = await options.store;
    set({ entries: all.filter((entry) => entry.owner === owner), personId: owner && personIn(owner), isKept: isKept() });
  }

  async function refresh(): Promise<void> {
    await show(await (await options.store).read());
  }

  async function update(work: (all: readonly OutboxEntry[]) => readonly OutboxEntry[]): Promise<readonly OutboxEntry[]> {
    const all = await (await options.store).update(work);
    channel.tell({ kind: 'changed' });
    await show(all);
    return all;
  }

  async function change(plan: (entries: readonly OutboxEntry[]) => LineChange): Promise<void> {
    const owner = await options.owner();
    if (owner === undefined) throw new Error('a command was given before anybody had signed in');
    await update((all) => {
      const others = all.filter((entry) => entry.owner !== owner);
      const { keep, add } = plan(all.filter((entry) => entry.owner === owner));
      return [...others, ...keep, ...placed(add, owner, all)];
    });
    wake();
  }

  /** The entries of new commands, behind all others. */
  function placed(commands: readonly NewCommand[], owner: string, all: readonly OutboxEntry[]): readonly OutboxEntry[] {
    const last = all.at(-1)?.position ?? 0;
    const common = { owner, queuedAt: options.nowAt(), isSent: false, isVersion: false };
    return commands.map((command, index) => ({ key: newKey(), ...common, position: last + index + 1, ...command }));
  }

  function discard(key: string): Promise<void> {
    return change((entries) => ({ keep: entries.filter((entry) => entry.key !== key), add: [] }));
  }

  function wake(): void {
    isWoken = true;
    interrupt();
    if (!isRunning) void run();
  }

  async function run(): Promise<void> {
    isRunning = true;
    cancelRetry();
    await refresh();
    while (isWoken) {
      isWoken = false;
      await options.alone(sendAll);
    }
    isRunning = false;
  }

  /** Until nothing is left that can be sent, or the way to the server is blocked. */
  async function sendAll(): Promise<void> {
    const underWay = new Map<string, Promise<void>>();
    let obstacle: CallFailure | undefined;
    for (;;) {
      isWoken = false;
      const interrupted = new Promise<void>((resolve) => {
        interrupt = resolve;
      });
      const next = obstacle || underWay.size >= maxAtOnce ? undefined : await nextInLine(new Set(underWay.keys()));
      if (next) {
        const sending = sendOne(next).then((failure) => {
          obstacle ??= failure;
          underWay.delete(next.key);
        });
        underWay.set(next.key, sending);
      } else if (underWay.size > 0) await Promise.race([...underWay.values(), interrupted]);
      else break;
    }
    noteWay(obstacle);
  }

  async function nextInLine(underWay: ReadonlySet<string>): Promise<OutboxEntry | undefined> {
    const owner = await options.owner();
    const all = await (await options.store).read();
    return nextToSend(
      all.filter((entry) => entry.owner === owner),
      underWay,
    );
  }

  /** What stands in the way of every command; undefined when this one is settled, or was taken back a moment ago. */
  async function sendOne(next: OutboxEntry): Promise<CallFailure | undefined> {
    // Nothing leaves the device then, so that the command can still be taken back without a trace.
    if (!options.isOnline()) return { kind: 'offline' };
    const entry = next.isSent ? next : await markSent(next.key);
    if (!entry) return undefined;
    // `send` has tied the name to its input; the server checks both.
    const result = await call(entry.name, entry.input as never, { idempotencyKey: entry.key, owner: entry.owner });
    if (!result.ok && !isFinal(result.failure)) return result.failure;
    await settle({ entry, result });
    return undefined;
  }

  /** Undefined when it was taken back meanwhile. */
  async function markSent(key: string): Promise<OutboxEntry | undefined> {
    const all = await update((before) => before.map((each) => (each.key === key ? { ...each, isSent: true } : each)));
    return all.find((each) => each.key === key);
  }

  /** The other pages hear of it first: should this one end here, the entry is still in line and its answer comes again. */
  async function settle(settled: Settled): Promise<void> {
    channel.tell({ kind: 'settled', settled });
    hear(settled);
    const { entry, result } = settled;
    const isTold = awaited.has(entry.key);
    await update((all) => {
      const untold = result.ok && !isTold && all.some(({ key }) => key === entry.key) ? refusedParts(entry, result.value) : [];
      return [...withoutSettled(all, settled, isTold), ...placed(untold, entry.owner, all)];
    });
    if (result.ok) options.onDone();
  }

  function hear(settled: Settled): void {
    for (const listener of settledListeners) listener(settled);
  }

  function noteWay(obstacle: CallFailure | undefined): void {
    failedTries = obstacle ? failedTries + 1 : 0;
    if (obstacle !== state.heldUpBy) {
      channel.tell({ kind: 'way', heldUpBy: obstacle });
      set({ heldUpBy: obstacle });
    }
    if (!obstacle) return;
    for (const listener of heldUpListeners) listener();
    cancelRetry();
    cancelRetry = options.after(Math.min(firstDelayMs * 2 ** (failedTries - 1), longestDelayMs), wake);
  }

  channel.listen((news) => {
    switch (news.kind) {
      case 'settled':
        // Another page of this browser may be another person's.
        if (personIn(news.settled.entry.owner) === state.personId) hear(news.settled);
        break;
      case 'way':
        set({ heldUpBy: news.heldUpBy });
        break;
      case 'changed':
        // The page that is sending takes up at once what another page has given.
        interrupt();
        void refresh();
    }
  });
  wake();

  return {
    state: () => state,
    subscribe: (listener) => joined(listeners, listener),
    onSettled: (listener) => joined(settledListeners, listener),
    change,
    wake,
    async send(name, input, about) {
      const key = newKey();
      const outcome = Promise.withResolvers<Sent<never>>();
      const leave = [
        joined(settledListeners, (settled) => {
          if (settled.entry.key === key) outcome.resolve(sentOf(settled));
        }),
        joined(heldUpListeners, () => outcome.resolve({ kind: 'kept' })),
      ];
      awaited.add(key);
      const command = { key, name, input: { params: { ...input.params }, request: { ...input.request } }, about };
      await change((keep) => ({ keep, add: [command] }));
      const sent = await outcome.promise;
      for (const stop of leave) stop();
      if (sent.kind === 'refused') await discard(key);
      awaited.delete(key);
      return sent;
    },
    tryAgain: (key) =>
      change((entries) => ({ keep: entries.map((entry) => (entry.key === key ? { ...entry, refusal: undefined } : entry)), add: [] })),
    discard,
  };
}

/** Whether the server will never take it: waiting mends nothing then. */
function isFinal(failure: CallFailure): boolean {
  return failure.kind === 'problem' && !isPassing(failure);
}

/** A refused command stays in line, for a person to decide, unless it has been told at once. */
function withoutSettled(all: readonly OutboxEntry[], { entry, result }: Settled, isTold: boolean): readonly OutboxEntry[] {
  if (result.ok || isTold || result.failure.kind !== 'problem') return all.filter(({ key }) => key !== entry.key);
  const { code, details, requestId } = result.failure;
  return all.map((each) => (each.key === entry.key ? { ...each, refusal: { code, details, requestId } } : each));
}

/** `call` has parsed the value by the schema of the route whose name `send` was given. */
function sentOf({ result }: Settled): Sent<never> {
  return result.ok ? { kind: 'done', value: result.value as never } : { kind: 'refused', failure: result.failure };
}

function joined<T>(members: Set<T>, member: T): () => void {
  members.add(member);
  return () => members.delete(member);
}
