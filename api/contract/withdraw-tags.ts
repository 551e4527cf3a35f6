/** The wire for taking back what a seller said about several meetings at once. */
import * as z from 'zod/mini';
import { route } from './route.ts';
import { Day, maxTags, StoredTag, withdrawTag, WordChange } from './tagging.ts';

export const WithdrawOutcome = z.discriminatedUnion('kind', [
  z.object({
    meetingId: z.uuid(),
    kind: z.literal('withdrawn'),
    /** What counts now: a colleague's answer, or nothing. */
    tag: z.nullable(StoredTag),
    lastTagVersion: z.int().check(z.minimum(1)),
  }),
  /** `code` is that of a problem; the other meetings of the request are withdrawn all the same. */
  z.object({ meetingId: z.uuid(), kind: z.literal('refused'), code: z.string() }),
]);

/** The undo of an answer to several meetings. Each is judged by itself. */
export const withdrawTags = route({
  name: 'withdraw-tags',
  method: 'POST',
  path: 'meetings/tags/withdrawal',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    tags: z.array(z.extend(withdrawTag.request, { meetingId: z.uuid() })).check(z.minLength(1), z.maxLength(maxTags)),
  }),
  reply: z.object({ todayOn: Day, outcomes: z.array(WithdrawOutcome), changes: z.array(WordChange) }),
});
