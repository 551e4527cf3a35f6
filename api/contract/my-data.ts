/** The wire for My data: everything that is recorded about the caller, who looked at it, and all of it as one document. */
import * as z from 'zod/mini';
import { askAnswers } from '../domain/in-person-ask.ts';
import { keyPartnerRoles } from '../domain/key-partner-role.ts';
import { pauseReasons } from '../domain/pause.ts';
import { invitationResponses } from '../domain/tag.ts';
import { engagements, modalities, outcomes, places } from '../domain/tag-vocabulary.ts';
import { visitorPolicies } from '../domain/visitor-policy.ts';
import { mailboxStates } from './admin.ts';
import { roles, route } from './route.ts';
import { Day, Instant } from './tagging.ts';

/** Records in one answer; older ones follow with `after`. */
const maxRecords = 200;
const defaultRecords = 50;
/** Of each kind in one export, newest first: far more than five years of meetings. */
export const maxExportedRecords = 50_000;
const maxCursorCharacters = 200;

/** The pages that show what is recorded about somebody else. */
export const viewPages = ['team', 'account', 'account_meetings'] as const;
export type ViewPage = (typeof viewPages)[number];

/** Our own person, contact or account, by name alone. */
const Name = z.string();

/** An account that the person owns or has met, with the counts of their own touchpoints that its page shows. */
export const AccountRecord = z.object({
  accountId: z.uuid(),
  account: Name,
  isOwner: z.boolean(),
  near: z.int().check(z.minimum(0)),
  remote: z.int().check(z.minimum(0)),
  lastNearOn: z.nullable(Day),
  lastTouchpointOn: z.nullable(Day),
});

/** A customer meeting in the person's calendar, added by them, or planned by them. */
export const MeetingRecord = z.object({
  meetingId: z.uuid(),
  /** Of the event in the person's mailbox; null when no calendar has it. */
  eventId: z.nullable(z.string()),
  subject: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** As the calendar names the zone. */
  timeZone: z.string(),
  isAllDay: z.boolean(),
  isCancelled: z.boolean(),
  isAddedByHand: z.boolean(),
  locationText: z.string(),
  isOnlineMeeting: z.boolean(),
  joinProvider: z.nullable(z.string()),
  /** Null when the meeting is not in the person's calendar. */
  response: z.nullable(z.enum(invitationResponses)),
  /** What the person marked it as before it was held. */
  plannedModality: z.nullable(z.enum(modalities)),
  accounts: z.array(Name),
  contacts: z.array(Name),
});

/** One version of what the person said, or of what somebody said for them. */
export const TagRecord = z.object({
  meetingId: z.uuid(),
  subject: z.string(),
  startsAt: Instant,
  version: z.int().check(z.minimum(1)),
  /** Whether it takes back what was said before. */
  isWithdrawn: z.boolean(),
  outcome: z.nullable(z.enum(outcomes)),
  modality: z.nullable(z.enum(modalities)),
  place: z.nullable(z.enum(places)),
  heldOn: Day,
  taggedBy: Name,
  onBehalfOf: z.nullable(Name),
  taggedAt: Instant,
  answersContradiction: z.boolean(),
  spend: z.nullable(z.object({ minor: z.int(), currency: z.string() })),
  contacts: z.array(z.object({ name: Name, wasPresent: z.boolean(), engagement: z.nullable(z.enum(engagements)) })),
});

export const AskRecord = z.object({
  account: Name,
  contact: Name,
  askedOn: Day,
  /** Null while it is open. */
  answer: z.nullable(z.enum(askAnswers)),
  answeredOn: z.nullable(Day),
  recordedAt: Instant,
});

export const PlanRecord = z.object({
  account: Name,
  contacts: z.array(Name),
  plannedOn: Day,
  place: z.nullable(z.enum(places)),
  recordedAt: Instant,
  droppedAt: z.nullable(Instant),
});

export const KeyPartnerRecord = z.object({
  contact: Name,
  account: z.nullable(Name),
  role: z.nullable(z.enum(keyPartnerRoles)),
  namedOn: Day,
  removedOn: z.nullable(Day),
});

export const VisitorPolicyRecord = z.object({ account: Name, policy: z.enum(visitorPolicies), saidAt: Instant });

export const PauseRecord = z.object({
  account: Name,
  reason: z.enum(pauseReasons),
  fromOn: Day,
  /** The last paused day. */
  untilOn: Day,
  pausedAt: Instant,
  endedAt: z.nullable(Instant),
});

export const WelcomeRecord = z.object({ account: Name, answer: z.enum(['not_in_the_last_year', 'skipped']), answeredAt: Instant });

export const ImportRecord = z.object({
  importNumber: z.int(),
  fileName: z.string(),
  importedAt: Instant,
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  undoneAt: z.nullable(Instant),
});

/** A write that can be sent again without being done twice. */
export const RequestRecord = z.object({ route: z.string(), doneAt: Instant });

const viewBase = {
  page: z.enum(viewPages),
  /** Null where the page is not one account's. */
  account: z.nullable(Name),
  /** The tenant's business date. */
  viewedOn: Day,
  firstAt: Instant,
  lastAt: Instant,
  /** Visits of that day: what a page that stays open reads again is the same visit. */
  times: z.int().check(z.minimum(1)),
};
/** Somebody who looked; the name is null when our directory does not know them any more. */
export const ViewedByRecord = z.object({ viewer: z.nullable(Name), ...viewBase });
/** What the person looked at of somebody else. */
export const ViewedRecord = z.object({ person: Name, ...viewBase });

/** Every kind of record, newest first within each. */
export const recordSchemas = {
  viewed_by: ViewedByRecord,
  accounts: AccountRecord,
  meetings: MeetingRecord,
  tags: TagRecord,
  asks: AskRecord,
  plans: PlanRecord,
  key_partners: KeyPartnerRecord,
  visitor_policies: VisitorPolicyRecord,
  pauses: PauseRecord,
  welcome_answers: WelcomeRecord,
  imports: ImportRecord,
  viewed: ViewedRecord,
  requests: RequestRecord,
} as const;
export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<Kind extends RecordKind> = z.output<(typeof recordSchemas)[Kind]>;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

export const MyProfile = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Null for somebody who signs in but is in no seller's reporting line. */
  mail: z.nullable(z.string()),
  manager: z.nullable(Name),
  roles: z.array(z.enum(roles)),
  enrolledAt: z.nullable(Instant),
  welcomedAt: z.nullable(Instant),
  leftAt: z.nullable(Instant),
});

/** How far the person's calendar is read. */
export const MyCalendar = z.object({
  state: z.enum(mailboxStates),
  eventsRead: z.int().check(z.minimum(0)),
  customerMeetings: z.int().check(z.minimum(0)),
  firstReadAt: z.nullable(Instant),
  lastReadAt: z.nullable(Instant),
});

export const MyDataReply = z.object({
  todayOn: Day,
  profile: MyProfile,
  /** Null for somebody whose calendar is not read. */
  calendar: z.nullable(MyCalendar),
  /** Records of each kind. */
  totals: z.record(z.enum(recordKinds), z.int().check(z.minimum(0))),
});
export type MyDataReply = z.output<typeof MyDataReply>;

/** Each person reads their own alone; there is no parameter for another one. */
export const myData = route({
  name: 'my-data',
  method: 'GET',
  path: 'my-data',
  roles,
  params: z.object({}),
  request: z.object({}),
  reply: MyDataReply,
});

function pageOf<Kind extends RecordKind>(
  kind: Kind,
): z.ZodMiniObject<{
  kind: z.ZodMiniLiteral<Kind>;
  records: z.ZodMiniArray<(typeof recordSchemas)[Kind]>;
  next: z.ZodMiniNullable<z.ZodMiniString>;
}> {
  return z.object({
    kind: z.literal(kind),
    records: z.array(recordSchemas[kind]),
    /** For `after` of the next page; null at the end. */
    next: z.nullable(z.string()),
  });
}

export const MyRecordsReply = z.discriminatedUnion('kind', [
  pageOf('viewed_by'),
  pageOf('accounts'),
  pageOf('meetings'),
  pageOf('tags'),
  pageOf('asks'),
  pageOf('plans'),
  pageOf('key_partners'),
  pageOf('visitor_policies'),
  pageOf('pauses'),
  pageOf('welcome_answers'),
  pageOf('imports'),
  pageOf('viewed'),
  pageOf('requests'),
]);
export type MyRecordsReply = z.output<typeof MyRecordsReply>;

/** The caller's records of one kind, newest first, page by page. */
export const myRecords = route({
  name: 'my-records',
  method: 'GET',
  path: 'my-data/records/{kind}',
  roles,
  params: z.object({ kind: z.enum(recordKinds) }),
  request: z.object({
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(maxRecords)), defaultRecords),
    after: z.optional(z.string().check(z.maxLength(maxCursorCharacters))),
  }),
  reply: MyRecordsReply,
});

function listOf<Kind extends RecordKind>(
  kind: Kind,
): z.ZodMiniObject<{ total: z.ZodMiniInt; isCut: z.ZodMiniBoolean; records: z.ZodMiniArray<(typeof recordSchemas)[Kind]> }> {
  return z.object({
    total: z.int().check(z.minimum(0)),
    /** Whether older ones are left out, because there are more than one document holds. */
    isCut: z.boolean(),
    records: z.array(recordSchemas[kind]),
  });
}

/** The document that a person takes away. A changed shape gets another version. */
export const MyDataExport = z.object({
  format: z.literal('firsthand-my-data'),
  version: z.literal(1),
  exportedAt: Instant,
  tenant: z.nullable(z.string()),
  profile: MyProfile,
  calendar: z.nullable(MyCalendar),
  records: z.object({
    viewed_by: listOf('viewed_by'),
    accounts: listOf('accounts'),
    meetings: listOf('meetings'),
    tags: listOf('tags'),
    asks: listOf('asks'),
    plans: listOf('plans'),
    key_partners: listOf('key_partners'),
    visitor_policies: listOf('visitor_policies'),
    pauses: listOf('pauses'),
    welcome_answers: listOf('welcome_answers'),
    imports: listOf('imports'),
    viewed: listOf('viewed'),
    requests: listOf('requests'),
  }),
});
export type MyDataExport = z.output<typeof MyDataExport>;

/** All of it in one call; up to 50,000 records of each kind. */
export const myDataExport = route({
  name: 'my-data-export',
  method: 'GET',
  path: 'my-data/export',
  roles,
  params: z.object({}),
  request: z.object({}),
  reply: MyDataExport,
  isLong: true,
});
