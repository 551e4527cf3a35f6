/** The wire for one account: its page, the meetings behind every figure, pausing it, and putting right which account is which. */
import * as z from 'zod';
import { healthWords } from '../domain/health-word.ts';
import { tiers } from '../domain/health-policy.ts';
import { pauseReasons } from '../domain/pause.ts';
import { scoreLineNames } from '../domain/score.ts';
import { engagements } from '../domain/tag-vocabulary.ts';
import { touchMarks } from '../domain/touch-strip.ts';
import { visitorPolicies } from '../domain/visitor-policy.ts';
import { route } from './route.ts';
import { AccountGlance, Day, Instant } from './tagging.ts';
import { Owner } from './team.ts';

/** Meetings in one answer; older ones follow with `until`. */
const maxMeetings = 500;
const maxNameCharacters = 200;
/** Domains or contacts that one split may move. */
const maxMoved = 500;

const accountParams = z.object({ accountId: z.uuid() });

const lineBase = { line: z.enum(scoreLineNames), points: z.int().min(0), maxPoints: z.int().min(0) };
const lastNearValues = z.object({ lastNearOn: Day, cadenceDays: z.int() });

/** A line of the score with its reason as code and values, as api/domain/score.ts gives it. */
export const ScoreLine = z.discriminatedUnion('code', [
  z.object({ ...lineBase, code: z.literal('never_in_person'), values: z.object({ cadenceDays: z.int() }) }),
  z.object({ ...lineBase, code: z.literal('in_person_within_cadence'), values: lastNearValues }),
  z.object({ ...lineBase, code: z.literal('in_person_late'), values: lastNearValues }),
  z.object({ ...lineBase, code: z.literal('in_person_too_late'), values: lastNearValues }),
  z.object({
    ...lineBase,
    code: z.literal('near_touchpoints'),
    values: z.object({ countedOn: z.array(Day), expected: z.int().min(1), windowDays: z.int() }),
  }),
  z.object({ ...lineBase, code: z.literal('no_key_partner_named'), values: z.object({}) }),
  z.object({ ...lineBase, code: z.literal('no_key_partner_expected_yet'), values: z.object({ named: z.int() }) }),
  z.object({
    ...lineBase,
    code: z.literal('key_partners_met'),
    values: z.object({ metContactIds: z.array(z.uuid()), expectedContactIds: z.array(z.uuid()), withinDays: z.int() }),
  }),
]);
export type ScoreLine = z.output<typeof ScoreLine>;

export const Pause = z.object({
  reason: z.enum(pauseReasons),
  fromOn: Day,
  /** The last paused day. */
  untilOn: Day,
  by: z.object({ id: z.uuid(), name: z.string() }),
});
export type Pause = z.output<typeof Pause>;

export const KeyPartner = z.object({
  contactId: z.uuid(),
  name: z.string(),
  mail: z.string(),
  namedOn: Day,
  /** In the score: `outside` while newly named and not met. */
  standing: z.enum(['met', 'not_met', 'outside']),
  lastNearOn: Day.nullable(),
  lastTouchpointOn: Day.nullable(),
  /** The newest note about them, with its day; notes older than the retention are gone. */
  lastEngagement: z.object({ engagement: z.enum(engagements), on: Day }).nullable(),
});
export type KeyPartner = z.output<typeof KeyPartner>;

/** A seller's own touchpoints with the account, of all time. */
export const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  near: z.int().min(0),
  remote: z.int().min(0),
  lastNearOn: Day.nullable(),
  lastTouchpointOn: Day.nullable(),
});

export const AccountReply = z.object({
  todayOn: Day,
  currency: z.string(),
  account: z.object({
    accountId: z.uuid(),
    name: z.string(),
    /** Computed from revenue; what counts for the cadence is the override, when there is one. */
    tier: z.enum(tiers),
    tierOverride: z.object({ tier: z.enum(tiers), reason: z.string() }).nullable(),
    /** In force today. */
    cadenceDays: z.int(),
    /** Whether a human set the days for this account alone. */
    isCadenceOwn: z.boolean(),
    nextCadence: z.object({ days: z.int(), fromOn: Day }).nullable(),
    /** Minor units of the tenant's currency, with the accounts merged into it. */
    revenueMinor: z.int(),
    owner: Owner.nullable(),
    visitorPolicy: z.enum(visitorPolicies),
    parent: z.object({ accountId: z.uuid(), name: z.string() }).nullable(),
    domains: z.array(z.string()),
    /** Names of the accounts merged into it. */
    merged: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  }),
  pause: Pause.nullable(),
  /** Whether the caller manages the owner. */
  mayPause: z.boolean(),
  health: z.object({
    word: z.enum(healthWords),
    score: z.int().min(0).max(100),
    lines: z.array(ScoreLine),
    unanswered: z.int().min(0),
    decidingUnanswered: z.int().min(0),
    lastNearOn: Day.nullable(),
    lastTouchpointOn: Day.nullable(),
    virtualStreak: z.int().min(0),
    nextVisitOn: Day.nullable(),
  }),
  keyPartners: z.array(KeyPartner),
  /** Names of everybody whom a score line speaks of, former key partners too. */
  contactNames: z.record(z.uuid(), z.string()),
  /** Who has met the account, most recently first; the owner may be missing: "has not met anyone yet". */
  colleagues: z.array(Colleague),
});
export type AccountReply = z.output<typeof AccountReply>;

/** For its owner, the owner's managers, and sellers who have met it. */
export const account = route({
  name: 'account',
  method: 'GET',
  path: 'accounts/{accountId}',
  roles: ['seller', 'manager'],
  params: accountParams,
  request: z.object({}),
  reply: AccountReply,
});

export const AccountMeeting = z.object({
  meetingId: z.uuid(),
  /** The touchpoint's day; of an unanswered meeting its day in the tenant's time zone. */
  on: Day,
  startsAt: Instant,
  mark: z.enum(touchMarks),
  subject: z.string(),
  /** Contacts of this account: present ones of a held meeting, otherwise those invited. Key partners first. */
  contacts: z.array(z.object({ contactId: z.uuid(), name: z.string(), isKeyPartner: z.boolean() })),
  /** Contacts whom one colleague named present and another absent. */
  disputedContactIds: z.array(z.uuid()),
  /** Colleagues who answered, or whose calendar holds it. */
  sellers: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type AccountMeeting = z.output<typeof AccountMeeting>;

export const AccountMeetingsReply = z.object({
  /** Newest first. */
  meetings: z.array(AccountMeeting),
  /** Whether the list stops at its limit, with older ones left out. */
  isCut: z.boolean(),
});

/** The meetings behind the figures: those of a span of days that have ended. */
export const accountMeetings = route({
  name: 'account-meetings',
  method: 'GET',
  path: 'accounts/{accountId}/meetings',
  roles: ['seller', 'manager'],
  params: accountParams,
  request: z.object({
    since: Day,
    until: Day.optional(),
    limit: z.coerce.number().int().min(1).max(maxMeetings).default(maxMeetings),
  }),
  reply: AccountMeetingsReply,
});

export const PauseReply = z.object({ pause: Pause.nullable() });

/** A manager of the owner takes the account out of coverage for a while; a new pause replaces the one that runs. */
export const pauseAccount = route({
  name: 'pause-account',
  method: 'PUT',
  path: 'accounts/{accountId}/pause',
  roles: ['manager'],
  params: accountParams,
  request: z.object({ reason: z.enum(pauseReasons), untilOn: Day }),
  reply: PauseReply,
});

export const resumeAccount = route({
  name: 'resume-account',
  method: 'DELETE',
  path: 'accounts/{accountId}/pause',
  roles: ['manager'],
  params: accountParams,
  request: z.object({}),
  reply: PauseReply,
});

export const AccountsMoved = z.object({ accountIds: z.array(z.uuid()) });

/** Accounts in one answer; a search narrows it. */
const maxAccounts = 100;

/** An account as the one who puts accounts right sees it: no health, nothing of meetings. */
export const ListedAccount = z.object({
  accountId: z.uuid(),
  externalId: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  ownerName: z.string().nullable(),
  mergedInto: z.object({ accountId: z.uuid(), name: z.string() }).nullable(),
});
export type ListedAccount = z.output<typeof ListedAccount>;

export const listAccounts = route({
  name: 'list-accounts',
  method: 'GET',
  path: 'accounts',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({
    /** Part of a name, an id or a domain. */
    search: z.string().max(maxNameCharacters).default(''),
  }),
  reply: z.object({
    total: z.int().min(0),
    /** By name; the first of them. */
    accounts: z.array(ListedAccount).max(maxAccounts),
  }),
});

export const accountContacts = route({
  name: 'account-contacts',
  method: 'GET',
  path: 'accounts/{accountId}/contacts',
  roles: ['admin'],
  params: accountParams,
  request: z.object({}),
  reply: z.object({ contacts: z.array(z.object({ contactId: z.uuid(), name: z.string(), mail: z.string() })).max(maxMoved) }),
});

/** The account's contacts, domains, key partners and revenue count for the other from now on; its history goes with them. */
export const mergeAccount = route({
  name: 'merge-account',
  method: 'POST',
  path: 'accounts/{accountId}/merge',
  roles: ['admin'],
  params: accountParams,
  request: z.object({ intoAccountId: z.uuid() }),
  reply: AccountsMoved,
});

/**
 * Moves domains, with their contacts, and single contacts out of the account: into an account that was merged into it, any other, or a new one.
 * What was moved by hand stays so at every later import.
 */
export const splitAccount = route({
  name: 'split-account',
  method: 'POST',
  path: 'accounts/{accountId}/split',
  roles: ['admin'],
  params: accountParams,
  request: z.object({
    into: z.union([
      z.object({ accountId: z.uuid() }),
      z.object({ externalId: z.string().trim().min(1).max(maxNameCharacters), name: z.string().trim().min(1).max(maxNameCharacters) }),
    ]),
    domains: z.array(z.string().max(253)).max(maxMoved).default([]),
    contactIds: z.array(z.uuid()).max(maxMoved).default([]),
  }),
  reply: AccountsMoved,
});

/** A human says to which account a contact belongs; remembered against every import and calendar. */
export const chooseAccount = route({
  name: 'choose-account',
  method: 'PUT',
  path: 'contacts/{contactId}/account',
  roles: ['seller', 'admin'],
  params: z.object({ contactId: z.uuid() }),
  request: z.object({ accountId: z.uuid() }),
  reply: AccountsMoved,
});

/** An account of the seller's own as a list shows it, with whom to choose from for "I met someone". */
export const OwnAccount = AccountGlance.extend({
  isOwner: z.boolean(),
  virtualStreak: z.int().min(0),
  keyPartners: z.int().min(0),
  keyPartnersMet: z.int().min(0),
  nextVisitOn: Day.nullable(),
  /** Key partners first, then by name; the first of them. */
  contacts: z.array(z.object({ contactId: z.uuid(), name: z.string(), isKeyPartner: z.boolean() })),
});
export type OwnAccount = z.output<typeof OwnAccount>;

/** The accounts that the seller owns or has met, by name. */
export const myAccounts = route({
  name: 'my-accounts',
  method: 'GET',
  path: 'accounts/mine',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({}),
  reply: z.object({ todayOn: Day, accounts: z.array(OwnAccount) }),
});
