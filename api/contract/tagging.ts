/** The wire for tagging: the meetings to tag, the meeting behind an Outlook item, and the tag itself. */
import * as z from 'zod';
import { isTimeZone } from '../domain/time-zone.ts';
import { healthWords } from '../domain/health-word.ts';
import { invitationResponses } from '../domain/tag.ts';
import { engagements, modalities, outcomes, places, reasonCodes } from '../domain/tag-vocabulary.ts';
import { touchMarks } from '../domain/touch-strip.ts';
import { route } from './route.ts';

/** Contacts that one tag may name; a meeting holds at most 500 people in Graph. */
const maxPresent = 500;
const maxPending = 200;
const defaultPending = 50;
const maxItemIdCharacters = 1_000;

export const Instant = z.iso.datetime();
export const Day = z.iso.date();

export const StripEntry = z.object({ on: Day, mark: z.enum(touchMarks) });

/** An account as it stands beside a meeting: `strip` oldest first. */
export const AccountGlance = z.object({
  accountId: z.uuid(),
  name: z.string(),
  word: z.enum(healthWords),
  decidingUnanswered: z.int().min(0),
  lastNearOn: Day.nullable(),
  strip: z.array(StripEntry),
});
export type AccountGlance = z.output<typeof AccountGlance>;

export const MeetingContact = z.object({
  contactId: z.uuid(),
  /** Null while nobody has said to which of two accounts sharing a domain the contact belongs. */
  accountId: z.uuid().nullable(),
  name: z.string(),
  mail: z.string(),
  isKeyPartner: z.boolean(),
  response: z.enum(invitationResponses),
});

export const Suggestion = z.object({
  modality: z.enum([...modalities, 'unknown']),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.object({ code: z.enum(reasonCodes), words: z.string() })),
});

export const StoredTag = z.object({
  version: z.int().min(1),
  outcome: z.enum(outcomes),
  modality: z.enum(modalities).nullable(),
  place: z.enum(places).nullable(),
  presentContactIds: z.array(z.uuid()),
  engagement: z.record(z.uuid(), z.enum(engagements)),
  taggedBy: z.object({ id: z.uuid(), name: z.string() }),
  taggedAt: Instant,
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
  tag: StoredTag.nullable(),
});
export type Meeting = z.output<typeof Meeting>;

export const PendingReply = z.object({
  todayOn: Day,
  /** How many there are altogether; the list may be shorter. */
  total: z.int().min(0),
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
    limit: z.coerce.number().int().min(1).max(maxPending).default(defaultPending),
    /** The last meeting of the page before: what follows it in the same order. */
    after: z.uuid().optional(),
  }),
  reply: PendingReply,
});

/** `not_stored`: it is no customer meeting, and nothing of it was kept. `private`: dropped before storage. */
export const ItemReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), todayOn: Day, meeting: Meeting }),
  z.object({ kind: z.literal('not_customer_meeting') }),
  z.object({ kind: z.literal('private') }),
  z.object({ kind: z.literal('declined') }),
]);
export type ItemReply = z.output<typeof ItemReply>;

/** The meeting behind the item that is open in Outlook; read from the calendar itself, so it may be newer than the last sync. */
export const meetingOfItem = route({
  name: 'meeting-of-item',
  method: 'POST',
  path: 'meetings/of-item',
  roles: ['seller'],
  params: z.object({}),
  request: z.object({
    /** The REST id that Outlook gives (convertToRestId). */
    itemId: z.string().min(1).max(maxItemIdCharacters),
    /** Start of the item on the screen: tells an occurrence from its series when Outlook gave the master's id. */
    startsAt: Instant,
  }),
  reply: ItemReply,
});

const Presence = z.array(z.uuid()).max(maxPresent);
const TimeZone = z.string().max(64).refine(isTimeZone, 'not a time zone');

export const TagRequest = z.object({
  outcome: z.enum(outcomes),
  modality: z.enum(modalities).optional(),
  place: z.enum(places).optional(),
  /** When absent: the contacts who accepted the invitation or sent it. */
  presentContactIds: Presence.optional(),
  engagement: z.record(z.uuid(), z.enum(engagements)).optional(),
  /** Whether it answers the question that attendance has raised. */
  answersContradiction: z.boolean().optional(),
  /** IANA zone in which the seller is: the touchpoint's day is the meeting's start there. */
  timeZone: TimeZone,
  /** Version of the tag on the seller's screen; 0 when the meeting was untagged. */
  basedOnVersion: z.int().min(0),
});
export type TagRequest = z.input<typeof TagRequest>;

/** One account whose word the tag may have changed; `before.word` equals `after.word` when it did not. */
export const WordChange = z.object({
  accountId: z.uuid(),
  name: z.string(),
  before: z.object({ word: z.enum(healthWords), lastNearOn: Day.nullable() }),
  after: AccountGlance.extend({ virtualStreak: z.int().min(0) }),
});

export const TagReply = z.object({ todayOn: Day, tag: StoredTag, changes: z.array(WordChange) });
export type TagReply = z.output<typeof TagReply>;

export const tagMeeting = route({
  name: 'tag-meeting',
  method: 'PUT',
  path: 'meetings/{meetingId}/tag',
  roles: ['seller'],
  params: z.object({ meetingId: z.uuid() }),
  request: TagRequest,
  reply: TagReply,
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
    tags: z
      .array(TagRequest.extend({ meetingId: z.uuid() }))
      .min(1)
      .max(maxTags),
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
    contactIds: Presence.min(1),
    /** In the seller's own time zone; today at the latest. */
    on: Day,
    modality: z.enum(modalities),
    place: z.enum(places).optional(),
    timeZone: TimeZone,
  }),
  reply: TagReply.extend({ meetingId: z.uuid() }),
});
