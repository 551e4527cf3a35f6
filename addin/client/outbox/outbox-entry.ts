/** A command that waits on this device until the server has acknowledged it, and the order in which such commands are sent. Pure. */
import * as z from 'zod/mini';
import { isProblemCode, type ProblemCode } from '../../../api/contract/problem.ts';
import { type RouteName, routes } from '../../../api/contract/routes.ts';

export const OutboxEntry = z.object({
  /** The Idempotency-Key: the same for every attempt. */
  key: z.uuid(),
  /** Whose command it is, as `ownerOf` says. */
  owner: z.string(),
  /** Place in the line of this device: a later command has a higher one. */
  position: z.int(),
  name: z.custom<RouteName>((name) => typeof name === 'string' && Object.hasOwn(routes, name)),
  /** The route's own schemas are the server's to apply: it may be older or newer than this page. */
  input: z.object({ params: z.record(z.string(), z.unknown()), request: z.record(z.string(), z.unknown()) }),
  /** What it is about in the seller's words, for a list of what could not be sent. */
  about: z.string(),
  /** Instant, by the clock of this device. */
  queuedAt: z.iso.datetime(),
  /** Whether it was ever on its way: then it may be done already, and can only be repeated as it is. */
  isSent: z.boolean(),
  /** Whether it is sent even though a later command makes it old: a version that the seller wants kept. */
  isVersion: z.boolean(),
  /** Why the server will never take it; it waits for a person then. */
  refusal: z.optional(
    z.object({ code: z.custom<ProblemCode>(isProblemCode), details: z.record(z.string(), z.unknown()), requestId: z.string() }),
  ),
});
export type OutboxEntry = Readonly<z.output<typeof OutboxEntry>>;

/** What a command concerns, as the ids in its path, or of the meetings that it is about together. Commands about the same thing follow each other. */
export function subjectsOf({ input: { params, request } }: Pick<OutboxEntry, 'input'>): readonly string[] {
  const named = Object.values(params).filter((value) => typeof value === 'string');
  const tagged = TaggedTogether.safeParse(request).data?.tags.map(({ meetingId }) => meetingId);
  return [...named, ...(tagged ?? [])];
}

const TaggedTogether = z.object({ tags: z.array(z.object({ meetingId: z.string() })) });

/**
 * The first entry that may be sent now: nothing earlier about the same thing is still in line. `entries` are in order; `underWay` holds the
 * keys being sent. A refused entry holds up what follows it, which was said on the ground that it would be done.
 */
export function nextToSend(entries: readonly OutboxEntry[], underWay: ReadonlySet<string>): OutboxEntry | undefined {
  const held = new Set<string>();
  for (const entry of entries) {
    const subjects = subjectsOf(entry);
    const isFree = !underWay.has(entry.key) && entry.refusal === undefined && !subjects.some((subject) => held.has(subject));
    if (isFree) return entry;
    for (const subject of subjects) held.add(subject);
  }
  return undefined;
}
