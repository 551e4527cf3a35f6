/** What a command about several meetings could not do for some of them, said again of each by itself: then its refusal is told like any other. Pure. */
import * as z from 'zod/mini';
import type { RouteName } from '../../../api/contract/routes.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { NewCommand } from './outbox.ts';

const ofOneMeeting: { readonly [Name in RouteName]?: RouteName } = { 'tag-meetings': 'tag-meeting', 'withdraw-tags': 'withdraw-tag' };

const Claims = z.object({ tags: z.array(z.looseObject({ meetingId: z.string() })) });
const Outcomes = z.object({ outcomes: z.array(z.object({ meetingId: z.string(), kind: z.string() })) });

/** In the order in which they were said; none of a command about one thing. `reply` is the server's to the entry. */
export function refusedParts({ name, input, about }: OutboxEntry, reply: unknown): readonly NewCommand[] {
  const partName = ofOneMeeting[name];
  const claims = Claims.safeParse(input.request).data;
  const outcomes = Outcomes.safeParse(reply).data?.outcomes;
  if (!partName || !claims || !outcomes) return [];
  const refused = new Set(outcomes.filter(({ kind }) => kind === 'refused').map(({ meetingId }) => meetingId));
  return claims.tags
    .filter(({ meetingId }) => refused.has(meetingId))
    .map(({ meetingId, ...request }) => ({ name: partName, input: { params: { meetingId }, request }, about }));
}
