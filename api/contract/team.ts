/** The wire for the manager's page: the headline and one row per account of the reporting line. */
import * as z from 'zod';
import { healthWords } from '../domain/health-word.ts';
import { tiers } from '../domain/health-policy.ts';
import { route } from './route.ts';
import { Day, StripEntry } from './tagging.ts';

export const Headline = z.object({
  accounts: z.int().min(0),
  onCadence: z.int().min(0),
  onCadenceRevenueShare: z.number().min(0).max(1).nullable(),
  completelyVirtual: z.int().min(0),
  completelyVirtualRevenueMinor: z.int().min(0),
  overdueUnplanned: z.int().min(0),
  overdueUnplannedRevenueMinor: z.int().min(0),
  keyPartnersNeverMet: z.int().min(0),
  /** With `paused` they sum to `accounts`. */
  words: z.record(z.enum(healthWords), z.int().min(0)),
  paused: z.int().min(0),
  /** Share on cadence of all but new and paused, 0 to 1. */
  coverage: z.number().min(0).max(1).nullable(),
  /** Accounts of the 80 % set whose owner is not enrolled or whose calendar is not read yet. */
  outside: z.int().min(0),
});
export type Headline = z.output<typeof Headline>;

/** `unread`: the owner's calendar is still being read. Both are shown, and count in no figure. */
export const ownerStates = ['counted', 'unread', 'not_enrolled'] as const;

export const Owner = z.object({ id: z.uuid(), name: z.string(), state: z.enum(ownerStates) });

export const TeamAccount = z.object({
  accountId: z.uuid(),
  name: z.string(),
  tier: z.enum(tiers),
  cadenceDays: z.int().min(1).max(365),
  isTop: z.boolean(),
  word: z.enum(healthWords),
  decidingUnanswered: z.int().min(0),
  lastNearOn: Day.nullable(),
  daysSinceNear: z.int().min(0).nullable(),
  strip: z.array(StripEntry),
  keyPartners: z.int().min(0),
  keyPartnersMet: z.int().min(0),
  /** In minor units of the tenant's currency. */
  revenueMinor: z.int(),
  owner: Owner.nullable(),
  nextVisitOn: Day.nullable(),
  /** The last day of a pause that runs. */
  pausedUntilOn: Day.nullable(),
});
export type TeamAccount = z.output<typeof TeamAccount>;

export const TeamReply = z.object({
  todayOn: Day,
  currency: z.string(),
  /** Null when no account brings revenue. */
  headline: Headline.nullable(),
  /** Largest revenue first. */
  accounts: z.array(TeamAccount),
  calendars: z.object({ read: z.int().min(0), total: z.int().min(0) }),
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
