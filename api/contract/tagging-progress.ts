/** The wire for how far a seller is with the answers of this week, and what the answers do for their most important accounts. */
import * as z from 'zod/mini';
import { isTimeZone } from '../domain/time-zone.ts';
import { route } from './route.ts';

export const taggingProgress = route({
  name: 'tagging-progress',
  method: 'GET',
  path: 'meetings/progress',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    /** IANA zone in which the seller is: it says when the week began. */
    timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone, 'not a time zone')),
    /** On which day weeks begin where the seller is: 1 is Monday, 7 Sunday. */
    firstWeekday: z.pipe(z.coerce.number(), z.literal([1, 2, 3, 4, 5, 6, 7])),
  }),
  reply: z.object({
    /** The seller's own customer meetings of this week that have ended, and how many of them somebody has answered. */
    week: z.object({ answered: z.int().check(z.minimum(0)), total: z.int().check(z.minimum(0)) }),
    /** Coverage of the seller's own A accounts, 0 to 1; null when there is none to count or the calendar is not read yet. */
    coverage: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  }),
});
