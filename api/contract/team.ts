/** The wire for the manager's page: the headline and one row per account of the reporting line. */
import * as z from 'zod/mini';
import { healthWords } from '../domain/health-word.ts';
import { tiers } from '../domain/health-policy.ts';
import { route } from './route.ts';
import { Day, StripEntry } from './tagging.ts';

export const Headline = z.object({
  accounts: z.int().check(z.minimum(0)),
  onCadence: z.int().check(z.minimum(0)),
  onCadenceRevenueShare: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  completelyVirtual: z.int().check(z.minimum(0)),
  completelyVirtualRevenueMinor: z.int().check(z.minimum(0)),
  overdueUnplanned: z.int().check(z.minimum(0)),
  overdueUnplannedRevenueMinor: z.int().check(z.minimum(0)),
  keyPartnersNeverMet: z.int().check(z.minimum(0)),
  /** With `paused` they sum to `accounts`. */
  words: z.record(z.enum(healthWords), z.int().check(z.minimum(0))),
  paused: z.int().check(z.minimum(0)),
  /** Share on cadence of all but new and paused, 0 to 1. */
  coverage: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  /** Accounts of the 80 % set whose owner is not enrolled or whose calendar is not read yet. */
  outside: z.int().check(z.minimum(0)),
});
export type Headline = z.output<typeof Headline>;

/** `unread`: the owner's calendar is still being read. Both are shown, and count in no figure. */
export const ownerStates = ['counted', 'unread', 'not_enrolled'] as const;

export const Owner = z.object({ id: z.uuid(), name: z.string(), state: z.enum(ownerStates) });

export const TeamAccount = z.object({
  accountId: z.uuid(),
  name: z.string(),
  tier: z.enum(tiers),
  cadenceDays: z.int().check(z.minimum(1), z.maximum(365)),
  isTop: z.boolean(),
  word: z.enum(healthWords),
  decidingUnanswered: z.int().check(z.minimum(0)),
  lastNearOn: z.nullable(Day),
  daysSinceNear: z.nullable(z.int().check(z.minimum(0))),
  strip: z.array(StripEntry),
  keyPartners: z.int().check(z.minimum(0)),
  keyPartnersMet: z.int().check(z.minimum(0)),
  /** In minor units of the tenant's currency. */
  revenueMinor: z.int(),
  owner: z.nullable(Owner),
  nextVisitOn: z.nullable(Day),
  /** The last day of a pause that runs. */
  pausedUntilOn: z.nullable(Day),
});
export type TeamAccount = z.output<typeof TeamAccount>;

export const TeamReply = z.object({
  todayOn: Day,
  currency: z.string(),
  /** Null when no account brings revenue. */
  headline: z.nullable(Headline),
  /** Largest revenue first. */
  accounts: z.array(TeamAccount),
  calendars: z.object({ read: z.int().check(z.minimum(0)), total: z.int().check(z.minimum(0)) }),
});
export type TeamReply = z.output<typeof TeamReply>;

export const team = route({
  name: 'team',
  method: 'GET',
  path: 'team',
  roles: ['manager'],
  params: z.object({}),
  request: z.object({}),
  reply: TeamReply,
});
