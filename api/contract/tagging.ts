/** The wire for tagging: the meetings to tag, the meeting behind an Outlook item, and the tag itself. */
import * as z from 'zod/mini';
import { isTimeZone } from '../domain/time-zone.ts';
import { healthWords } from '../domain/health-word.ts';
import { isSpend } from '../domain/spend.ts';
import { invitationResponses } from '../domain/tag.ts';
import { engagements, modalities, outcomes, places, reasonCodes } from '../domain/tag-vocabulary.ts';
import { touchMarks } from '../domain/touch-strip.ts';
import { route } from './route.ts';

/** Contacts that one tag may name; a meeting holds at most 500 people in Graph. */
const maxPresent = 500;
const maxPending = 200;
const defaultPending = 50;
const maxItemIdCharacters = 1_000;
const maxMailCharacters = 320;

export const Instant = z.iso.datetime();
export const Day = z.iso.date();

export const StripEntry = z.object({ on: Day, mark: z.enum(touchMarks) });

/** An account as it stands beside a meeting: `strip` oldest first. */
export const AccountGlance = z.object({
  accountId: z.uuid(),
  name: z.string(),
  word: z.enum(healthWords),
  decidingUnanswered: z.int().check(z.minimum(0)),
  lastNearOn: z.nullable(Day),
  strip: z.array(StripEntry),
});
export type AccountGlance = z.output<typeof AccountGlance>;

export const MeetingContact = z.object({
  contactId: z.uuid(),
  /** Null while nobody has said to which of two accounts sharing a domain the contact belongs. */
  accountId: z.nullable(z.uuid()),
  name: z.string(),
  mail: z.string(),
  isKeyPartner: z.boolean(),
  response: z.enum(invitationResponses),
  /** While `accountId` is null: the accounts that share the contact's domain, by name. */
  accountChoices: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
});

export const Suggestion = z.object({
  modality: z.enum([...modalities, 'unknown']),
  /** 0 to 1. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  reasons: z.array(z.object({ code: z.enum(reasonCodes), words: z.string() })),
});

/** Minor units of an ISO 4217 currency. */
export const Spend = z.object({ minor: z.int(), currency: z.string() }).check(z.refine(isSpend, 'not an amount that may be spent'));

export const Colleague = z.object({ id: z.uuid(), name: z.string() });

export const StoredTag = z.object({
  version: z.int().check(z.minimum(1)),
  outcome: z.enum(outcomes),
  modality: z.nullable(z.enum(modalities)),
  place: z.nullable(z.enum(places)),
  presentContactIds: z.array(z.uuid()),
  engagement: z.record(z.uuid(), z.enum(engagements)),
  /** What the seller spent; null when nothing was said. */
  spend: z.nullable(Spend),
  taggedBy: Colleague,
  /** Whose answer it is, when somebody with a right to that person's calendar gave it; null otherwise. */
  onBehalfOf: z.nullable(Colleague),
  taggedAt: Instant,
});

/** A contact of whom colleagues say different things; both lists by name, neither empty. */
export const DisputedPresence = z.object({
  contactId: z.uuid(),
  saidPresent: z.array(Colleague),
  saidAbsent: z.array(Colleague),
});

export const Meeting = z.object({
  meetingId: z.uuid(),
  subject: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  isAllDay: z.boolean(),
  locationText: z.string(),
  /** Ended, seen from the server's clock. */
  isOver: z.boolean(),
  isCancelled: z.boolean(),
  /** Whether it ended before the seller enrolled: history, never prompted. */
  isHistory: z.boolean(),
  /** Sorted by name; empty only while every contact's account is open to choice. */
  accounts: z.array(AccountGlance),
  /** Key partners first, then by name. */
  contacts: z.array(MeetingContact),
  suggestion: Suggestion,
  /** What a seller has said that a meeting to come is planned to be; null when nobody has. */
  plannedModality: z.nullable(z.enum(modalities)),
  /** What counts; null while nobody has answered, or everybody has taken it back. */
  tag: z.nullable(StoredTag),
  /** The newest version of the tag, whether it counts or not; 0 when there is none. */
  lastTagVersion: z.int().check(z.minimum(0)),
  /** Of ours, by their own answers: who was there, by name. Empty unless the meeting was held. */
  colleaguesPresent: z.array(Colleague),
  /** Only those about which the seller who looks has answered: each is asked, and counts as present until all agree. */
  disputedPresence: z.array(DisputedPresence),
  /** Whether attendance raises a question about the answer of the seller who looks; until it is answered the meeting counts as unanswered. */
  isContradicted: z.boolean(),
});
export type Meeting = z.output<typeof Meeting>;

export const PendingReply = z.object({
  todayOn: Day,
  /** How many there are altogether; the list may be shorter. */
  total: z.int().check(z.minimum(0)),
  /** Newest first. */
  meetings: z.array(Meeting),
  /** False while the seller's calendar is being read for the first time: more may appear. */
  isCalendarRead: z.boolean(),
});

/** The seller's own meetings that ended after the enrolment and that nobody has tagged. */
export const pendingMeetings = route({
  name: 'pending-meetings',
  method: 'GET',
  path: 'meetings/pending',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(maxPending)), defaultPending),
    /** The last meeting of the page before: what follows it in the same order. */
    after: z.optional(z.uuid()),
  }),
  reply: PendingReply,
});

/** An item as Outlook shows it: which of a series' dates, and which one at all where Outlook has no id for it. */
export const OpenItem = z.object({
  /** The id that Outlook gives; absent where it gives none. */
  itemId: z.optional(z.string().check(z.minLength(1), z.maxLength(maxItemIdCharacters))),
  startsAt: Instant,
  endsAt: Instant,
  /** Address of the calendar's owner, when it is somebody else's who shares it with the caller. */
  ownerMail: z.optional(z.email().check(z.maxLength(maxMailCharacters))),
});
export type OpenItem = z.input<typeof OpenItem>;

/** The item in somebody else's calendar in whose place the caller answers; that the caller may read it is proved with each answer. */
export const SharedItem = z.extend(z.omit(OpenItem, { ownerMail: true }), { ownerId: z.uuid() });
export type SharedItem = z.input<typeof SharedItem>;

/** `series`: the pattern itself, which never takes place. `ambiguous`: Outlook gave no id, and several events have these times. */
export const ItemReply = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    todayOn: Day,
    meeting: Meeting,
    /** In whose place the caller looks, by a calendar that this person shares; null for the caller's own. */
    owner: z.nullable(Colleague),
  }),
  z.object({ kind: z.literal('not_customer_meeting') }),
  z.object({ kind: z.literal('private') }),
  z.object({ kind: z.literal('declined') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('series') }),
  z.object({
    kind: z.literal('ambiguous'),
    candidates: z.array(z.object({ itemId: z.string(), subject: z.string() })).check(z.minLength(2)),
  }),
]);
export type ItemReply = z.output<typeof ItemReply>;

/** The meeting behind the item that is open in Outlook; read from the calendar itself, so it may be newer than the last sync. */
export const meetingOfItem = route({
  name: 'meeting-of-item',
  method: 'POST',
  path: 'meetings/of-item',
  isRead: true,
  /** Whoever is no seller looks into calendars that are shared with them, never into their own. */
  roles: ['seller', 'manager', 'admin', 'delegate'],
  params: z.object({}),
  request: OpenItem,
  reply: ItemReply,
});

const Presence = z.array(z.uuid()).check(z.maxLength(maxPresent));
export const TimeZone = z.string().check(z.maxLength(64), z.refine(isTimeZone, 'not a time zone'));

export const TagRequest = z.object({
  outcome: z.enum(outcomes),
  modality: z.optional(z.enum(modalities)),
  place: z.optional(z.enum(places)),
  /** When absent: the contacts who accepted the invitation or sent it. */
  presentContactIds: z.optional(Presence),
  engagement: z.optional(z.record(z.uuid(), z.enum(engagements))),
  spend: z.optional(Spend),
  /** Whether it answers the question that attendance has raised. */
  answersContradiction: z.optional(z.boolean()),
  /** IANA zone in which the seller is: the touchpoint's day is the meeting's start there. */
  timeZone: TimeZone,
  /** The `lastTagVersion` on the seller's screen. */
  basedOnVersion: z.int().check(z.minimum(0)),
});
export type TagRequest = z.input<typeof TagRequest>;

/** One account whose word the tag may have changed; `before.word` equals `after.word` when it did not. */
export const WordChange = z.object({
  accountId: z.uuid(),
  name: z.string(),
  before: z.object({ word: z.enum(healthWords), lastNearOn: z.nullable(Day) }),
  after: z.extend(AccountGlance, { virtualStreak: z.int().check(z.minimum(0)), nextVisitOn: z.nullable(Day) }),
});

export const TagReply = z.object({ todayOn: Day, tag: StoredTag, changes: z.array(WordChange) });
export type TagReply = z.output<typeof TagReply>;

export const tagMeeting = route({
  name: 'tag-meeting',
  method: 'PUT',
  path: 'meetings/{meetingId}/tag',
  /** Whoever is no seller answers for somebody else alone. */
  roles: ['seller', 'manager', 'admin', 'delegate'],
  params: z.object({ meetingId: z.uuid() }),
  request: z.extend(TagRequest, { sharedItem: z.optional(SharedItem) }),
  reply: TagReply,
});

export const WithdrawReply = z.object({
  todayOn: Day,
  /** What counts now: a colleague's answer, or nothing. */
  tag: z.nullable(StoredTag),
  lastTagVersion: z.int().check(z.minimum(1)),
  changes: z.array(WordChange),
});
export type WithdrawReply = z.output<typeof WithdrawReply>;

/** Takes back all that the seller said about a meeting. What colleagues said stays, and counts again. */
export const withdrawTag = route({
  name: 'withdraw-tag',
  method: 'POST',
  path: 'meetings/{meetingId}/tag/withdrawal',
  roles: ['seller'],
  params: z.object({ meetingId: z.uuid() }),
  request: z.object({ basedOnVersion: TagRequest.shape.basedOnVersion }),
  reply: WithdrawReply,
});

export const TagVersion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), version: z.int().check(z.minimum(1)), tag: StoredTag }),
  /** Takes back what its seller said before. */
  z.object({
    kind: z.literal('withdrawn'),
    version: z.int().check(z.minimum(1)),
    ...z.pick(StoredTag, { taggedBy: true, taggedAt: true }).shape,
  }),
]);
export type TagVersion = z.output<typeof TagVersion>;

/** Everything that was said about a meeting, for its sellers. */
export const tagVersions = route({
  name: 'tag-versions',
  method: 'GET',
  path: 'meetings/{meetingId}/tag/versions',
  roles: ['seller'],
  params: z.object({ meetingId: z.uuid() }),
  request: z.object({}),
  reply: z.object({
    /** 0 while nothing counts. */
    countingVersion: z.int().check(z.minimum(0)),
    /** Newest first. */
    versions: z.array(TagVersion),
  }),
});

/** What a meeting to come is planned to be; null leaves it to the suggestion again. As in person or hybrid it counts as a planned visit. */
export const planMeeting = route({
  name: 'plan-meeting',
  method: 'PUT',
  path: 'meetings/{meetingId}/plan',
  roles: ['seller'],
  params: z.object({ meetingId: z.uuid() }),
  request: z.object({ modality: z.nullable(z.enum(modalities)) }),
  /** Nothing of the meeting's content: answers to commands are kept for a while, longer than a meeting may be ours to know. */
  reply: z.object({ plannedModality: z.nullable(z.enum(modalities)) }),
});

/** Tags in one request. */
export const maxTags = 200;

export const TagOutcome = z.discriminatedUnion('kind', [
  z.object({ meetingId: z.uuid(), kind: z.literal('tagged'), tag: StoredTag }),
  /** `code` is that of a problem; the other tags of the request are stored all the same. */
  z.object({ meetingId: z.uuid(), kind: z.literal('refused'), code: z.string() }),
]);

export const TagsReply = z.object({ todayOn: Day, outcomes: z.array(TagOutcome), changes: z.array(WordChange) });
export type TagsReply = z.output<typeof TagsReply>;

/** Several meetings at once: one choice for all that are selected, or every sure suggestion confirmed. Each is judged by itself. */
export const tagMeetings = route({
  name: 'tag-meetings',
  method: 'POST',
  path: 'meetings/tags',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    tags: z.array(z.extend(TagRequest, { meetingId: z.uuid() })).check(z.minLength(1), z.maxLength(maxTags)),
  }),
  reply: TagsReply,
});

/** "I met someone": account, contacts, day. Stored as a meeting that no calendar has, tagged at once. */
export const addMeeting = route({
  name: 'add-meeting',
  method: 'POST',
  path: 'meetings',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    accountId: z.uuid(),
    contactIds: Presence.check(z.minLength(1)),
    /** In the seller's own time zone; today at the latest. */
    on: Day,
    modality: z.enum(modalities),
    place: z.optional(z.enum(places)),
    /** The own appointment beside which the seller says so; on its day the two are one meeting, whatever a later read finds in it. */
    item: z.optional(z.omit(OpenItem, { ownerMail: true })),
    timeZone: TimeZone,
  }),
  reply: z.extend(TagReply, { meetingId: z.uuid() }),
});
