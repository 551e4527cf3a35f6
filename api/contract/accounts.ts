/** The wire for one account: its page, the meetings behind every figure, pausing it, and putting right which account is which. */
import * as z from 'zod/mini';
import { healthWords } from '../domain/health-word.ts';
import { tiers } from '../domain/health-policy.ts';
import { keyPartnerRoles } from '../domain/key-partner-role.ts';
import { pauseReasons } from '../domain/pause.ts';
import { scoreLineNames } from '../domain/score.ts';
import { engagements } from '../domain/tag-vocabulary.ts';
import { touchMarks } from '../domain/touch-strip.ts';
import { visitorPolicies } from '../domain/visitor-policy.ts';
import { Ask } from './asks.ts';
import { Candidate } from './key-partners.ts';
import { NamedPerson } from './named-contact.ts';
import { NextStep } from './next-step.ts';
import { OffSiteIdea, Plan } from './plans.ts';
import { route } from './route.ts';
import { AccountGlance, Day, Instant } from './tagging.ts';
import { Owner } from './team.ts';

/** Meetings in one answer; older ones follow with `until`. */
const maxMeetings = 500;
const maxNameCharacters = 200;
/** Domains or contacts that one split may move. */
const maxMoved = 500;

const accountParams = z.object({ accountId: z.uuid() });

const lineBase = { line: z.enum(scoreLineNames), points: z.int().check(z.minimum(0)), maxPoints: z.int().check(z.minimum(0)) };
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
    values: z.object({ countedOn: z.array(Day), expected: z.int().check(z.minimum(1)), windowDays: z.int() }),
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
  role: z.nullable(z.enum(keyPartnerRoles)),
  /** Null when the imported file did. */
  namedBy: z.nullable(NamedPerson),
  /** In the score: `outside` while newly named and not met. */
  standing: z.enum(['met', 'not_met', 'outside']),
  lastNearOn: z.nullable(Day),
  lastTouchpointOn: z.nullable(Day),
  /** The newest note about them, with its day; notes older than the retention are gone. */
  lastEngagement: z.nullable(z.object({ engagement: z.enum(engagements), on: Day })),
});
export type KeyPartner = z.output<typeof KeyPartner>;

/** A seller's own touchpoints with the account, of all time. */
export const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  near: z.int().check(z.minimum(0)),
  remote: z.int().check(z.minimum(0)),
  lastNearOn: z.nullable(Day),
  lastTouchpointOn: z.nullable(Day),
});

export const AccountReply = z.object({
  todayOn: Day,
  currency: z.string(),
  account: z.object({
    accountId: z.uuid(),
    name: z.string(),
    /** Computed from revenue; what counts for the cadence is the override, when there is one. */
    tier: z.enum(tiers),
    tierOverride: z.nullable(z.object({ tier: z.enum(tiers), reason: z.string() })),
    /** In force today. */
    cadenceDays: z.int(),
    /** Whether a human set the days for this account alone. */
    isCadenceOwn: z.boolean(),
    nextCadence: z.nullable(z.object({ days: z.int(), fromOn: Day })),
    /** Minor units of the tenant's currency, with the accounts merged into it. */
    revenueMinor: z.int(),
    owner: z.nullable(Owner),
    visitorPolicy: z.enum(visitorPolicies),
    /** Who said so last, and when; null when the imported file did. */
    visitorPolicySaid: z.nullable(z.object({ by: NamedPerson, at: Instant })),
    parent: z.nullable(z.object({ accountId: z.uuid(), name: z.string() })),
    domains: z.array(z.string()),
    /** Names of the accounts merged into it. */
    merged: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  }),
  pause: z.nullable(Pause),
  /** Whether the caller manages the owner. */
  mayPause: z.boolean(),
  health: z.object({
    word: z.enum(healthWords),
    score: z.int().check(z.minimum(0), z.maximum(100)),
    lines: z.array(ScoreLine),
    unanswered: z.int().check(z.minimum(0)),
    decidingUnanswered: z.int().check(z.minimum(0)),
    lastNearOn: z.nullable(Day),
    lastTouchpointOn: z.nullable(Day),
    virtualStreak: z.int().check(z.minimum(0)),
    nextVisitOn: z.nullable(Day),
  }),
  keyPartners: z.array(KeyPartner),
  /** Whom to name as key partner; the likeliest only. */
  candidates: z.array(Candidate),
  /** Newest first; those of the last year. */
  asks: z.array(Ask),
  /** Earliest first: those ahead, and those of which nobody has said what became of them. */
  plans: z.array(Plan),
  /** Best first. */
  ideas: z.array(OffSiteIdea),
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
    until: z.optional(Day),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(maxMeetings)), maxMeetings),
  }),
  reply: AccountMeetingsReply,
});

export const PauseReply = z.object({ pause: z.nullable(Pause) });

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
  ownerName: z.nullable(z.string()),
  mergedInto: z.nullable(z.object({ accountId: z.uuid(), name: z.string() })),
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
    search: z._default(z.string().check(z.maxLength(maxNameCharacters)), ''),
  }),
  reply: z.object({
    total: z.int().check(z.minimum(0)),
    /** By name; the first of them. */
    accounts: z.array(ListedAccount).check(z.maxLength(maxAccounts)),
  }),
});

export const accountContacts = route({
  name: 'account-contacts',
  method: 'GET',
  path: 'accounts/{accountId}/contacts',
  roles: ['admin'],
  params: accountParams,
  request: z.object({}),
  reply: z.object({
    contacts: z.array(z.object({ contactId: z.uuid(), name: z.string(), mail: z.string() })).check(z.maxLength(maxMoved)),
  }),
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
      z.object({
        externalId: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxNameCharacters)),
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxNameCharacters)),
      }),
    ]),
    domains: z._default(z.array(z.string().check(z.maxLength(253))).check(z.maxLength(maxMoved)), []),
    contactIds: z._default(z.array(z.uuid()).check(z.maxLength(maxMoved)), []),
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

/** For whoever may see the account; outweighs every import. */
export const setVisitorPolicy = route({
  name: 'set-visitor-policy',
  method: 'PUT',
  path: 'accounts/{accountId}/visitor-policy',
  roles: ['seller', 'manager'],
  params: accountParams,
  request: z.object({ visitorPolicy: z.enum(visitorPolicies) }),
  reply: z.object({}),
});

/** Own accounts in one answer. */
export const maxOwnAccounts = 500;

/** An account of the seller's own as a list shows it, with what to do next, and whom to choose from for "I met someone". */
export const OwnAccount = z.extend(AccountGlance, {
  isOwner: z.boolean(),
  /** In force today. */
  cadenceDays: z.int().check(z.minimum(1)),
  step: NextStep,
  /** The last day of a pause that runs. */
  pausedUntilOn: z.nullable(Day),
  virtualStreak: z.int().check(z.minimum(0)),
  keyPartners: z.int().check(z.minimum(0)),
  keyPartnersMet: z.int().check(z.minimum(0)),
  nextVisitOn: z.nullable(Day),
  /** Key partners first, then by name; the first of them. */
  contacts: z.array(z.object({ contactId: z.uuid(), name: z.string(), isKeyPartner: z.boolean() })),
});
export type OwnAccount = z.output<typeof OwnAccount>;

/** The accounts that the seller owns or has met, by what to do next: the most urgent first. */
export const myAccounts = route({
  name: 'my-accounts',
  method: 'GET',
  path: 'accounts/mine',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({}),
  reply: z.object({ todayOn: Day, accounts: z.array(OwnAccount).check(z.maxLength(maxOwnAccounts)) }),
});
