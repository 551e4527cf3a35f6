/** Row types of the migrated database. Written by `npm run db:types`, never by hand. */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Account {
  account_id: string;
  cadence_days: number;
  cadence_override_days: number | null;
  external_id: string;
  merged_into_id: string | null;
  name: string;
  next_cadence_days: number | null;
  next_cadence_on: string | null;
  own_tenant_revenue_minor: Generated<number>;
  owner_id: string | null;
  parent_id: string | null;
  revenue_currency: string;
  revenue_minor: number;
  tenant_id: string;
  tenant_revenue_minor: number;
  tier: string;
  tier_override: string | null;
  tier_override_reason: string | null;
  visitor_policy: Generated<string>;
  visitor_policy_said_at: Timestamp | null;
  visitor_policy_said_by: string | null;
}

export interface AccountBeforeImport {
  account_id: string;
  import_number: number;
  tenant_id: string;
  was: Json | null;
}

export interface AccountDomain {
  account_id: string;
  domain: string;
  is_chosen: Generated<boolean>;
  tenant_id: string;
}

export interface AccountHealth {
  account_id: string;
  colleagues: Generated<Json>;
  computed_on: string;
  deciding_unanswered: number;
  key_partner_facts: Generated<Json>;
  key_partners: number;
  key_partners_met: number;
  last_near_on: string | null;
  last_touchpoint_on: string | null;
  lines: Generated<Json>;
  next_end_at: Timestamp | null;
  next_visit_on: string | null;
  score: Generated<number>;
  strip: Json;
  tenant_id: string;
  unanswered: number;
  valid_until_on: string | null;
  virtual_streak: number;
  word: string;
}

export interface AccountImport {
  added: number;
  changed: number;
  contacts_before: Json;
  file_name: string;
  import_number: number;
  imported_at: Timestamp;
  imported_by: string;
  is_undoable: Generated<boolean>;
  tenant_id: string;
  unchanged: number;
  undone_at: Timestamp | null;
}

export interface AccountPause {
  account_id: string;
  ended_at: Timestamp | null;
  from_on: string;
  pause_id: string;
  paused_at: Timestamp;
  paused_by: string;
  reason: string;
  tenant_id: string;
  until_on: string;
}

export interface Contact {
  account_id: string | null;
  account_source: Generated<string>;
  contact_id: string;
  display_name: string;
  given_account_id: string | null;
  has_left: Generated<boolean>;
  mail: string;
  tenant_id: string;
}

export interface GraphUsage {
  begins_at: Timestamp;
  requests: number;
  tenant_id: string;
  throttled: number;
}

export interface IdempotencyKey {
  answer: Json;
  done_at: Timestamp;
  key: string;
  person_id: string;
  request_hash: Buffer;
  route: string;
  tenant_id: string;
}

export interface InPersonAsk {
  account_id: string;
  answer: string | null;
  answered_on: string | null;
  ask_id: string;
  asked_by: string;
  asked_on: string;
  contact_id: string;
  recorded_at: Timestamp;
  tenant_id: string;
}

export interface KeyPartner {
  contact_id: string;
  named_by: string | null;
  named_on: string;
  removed_on: string | null;
  role: string | null;
  tenant_id: string;
}

export interface Mailbox {
  baseline_at: Timestamp | null;
  changes_at: Timestamp | null;
  customer_meetings: Generated<number>;
  delta_link: string | null;
  difference: number | null;
  events_read: Generated<number>;
  first_read_at: Timestamp | null;
  last_read_at: Timestamp | null;
  lease_number: Generated<number>;
  lease_until: Timestamp | null;
  next_link: string | null;
  read_kind: Generated<string>;
  read_number: Generated<number>;
  read_started_at: Timestamp | null;
  seller_id: string;
  state: string;
  subscription_ends_at: Timestamp | null;
  subscription_id: string | null;
  subscription_key: string | null;
  subscription_refused_at: Timestamp | null;
  tenant_id: string;
  window_ends_at: Timestamp | null;
  window_starts_at: Timestamp | null;
}

export interface Meeting {
  ends_at: Timestamp;
  is_added_by_hand: Generated<boolean>;
  is_all_day: boolean;
  is_cancelled: boolean;
  is_online_meeting: boolean;
  is_own_room: boolean;
  join_provider: string | null;
  last_modified_at: Timestamp;
  last_tag_version: Generated<number>;
  location_text: string;
  location_type: string | null;
  meeting_id: string;
  meeting_key: string;
  planned_by: string | null;
  planned_modality: string | null;
  starts_at: Timestamp;
  stored_at: Timestamp | null;
  subject: string;
  tag_version: Generated<number>;
  tenant_id: string;
  time_zone: string;
  vanished_at: Timestamp | null;
}

export interface MeetingContact {
  contact_id: string;
  meeting_id: string;
  response: string;
  tenant_id: string;
}

export interface MeetingEvidence {
  contact_id: string;
  joined_online: boolean;
  meeting_id: string;
  tenant_id: string;
}

export interface MeetingSeller {
  event_id: string | null;
  meeting_id: string;
  read_number: number;
  response: string;
  seller_id: string;
  tenant_id: string;
}

export interface Person {
  display_name: string;
  enrolled_at: Timestamp | null;
  is_seller: boolean;
  left_at: Timestamp | null;
  mail: string;
  manager_id: string | null;
  person_id: string;
  tenant_id: string;
  welcomed_at: Timestamp | null;
}

export interface PersonView {
  account_id: string;
  first_at: Timestamp;
  last_at: Timestamp;
  page: string;
  person_id: string;
  tenant_id: string;
  times: number;
  viewed_on: string;
  viewer_id: string;
}

export interface SetAsideMessage {
  message: Json;
  queue_name: string;
  set_aside_at: Timestamp;
  tenant_id: string;
}

export interface Tag {
  answers_contradiction: Generated<boolean>;
  held_on: string;
  is_withdrawn: Generated<boolean>;
  meeting_id: string;
  modality: string | null;
  on_behalf_of: string | null;
  outcome: string | null;
  place: string | null;
  spend_currency: string | null;
  spend_minor: number | null;
  tagged_at: Timestamp;
  tagged_by: string;
  tenant_id: string;
  version: number;
}

export interface TagContact {
  contact_id: string;
  engagement: string | null;
  meeting_id: string;
  tenant_id: string;
  version: number;
  was_present: boolean;
}

export interface Tenant {
  administrative_unit_id: string | null;
  cadence_days_a: Generated<number>;
  cadence_days_b: Generated<number>;
  cadence_days_c: Generated<number>;
  currency: string;
  directory_read_at: Timestamp | null;
  directory_refusal: string | null;
  directory_refused_since: Timestamp | null;
  directory_tried_at: Timestamp | null;
  display_name: string;
  graph_refused_at: Timestamp | null;
  graph_refused_since: Timestamp | null;
  own_domains: string[];
  partner_domains: Generated<string[]>;
  seller_group_id: string | null;
  set_up_at: Timestamp;
  tenant_id: string;
  time_zone: string;
  users_delta_link: string | null;
}

export interface VisitPlan {
  account_id: string;
  dropped_at: Timestamp | null;
  place: string | null;
  plan_id: string;
  planned_by: string;
  planned_on: string;
  recorded_at: Timestamp;
  tenant_id: string;
}

export interface VisitPlanContact {
  contact_id: string;
  plan_id: string;
  tenant_id: string;
}

export interface WelcomeAnswer {
  account_id: string;
  answer: string;
  answered_at: Timestamp;
  seller_id: string;
  tenant_id: string;
}

export interface DB {
  account: Account;
  account_before_import: AccountBeforeImport;
  account_domain: AccountDomain;
  account_health: AccountHealth;
  account_import: AccountImport;
  account_pause: AccountPause;
  contact: Contact;
  graph_usage: GraphUsage;
  idempotency_key: IdempotencyKey;
  in_person_ask: InPersonAsk;
  key_partner: KeyPartner;
  mailbox: Mailbox;
  meeting: Meeting;
  meeting_contact: MeetingContact;
  meeting_evidence: MeetingEvidence;
  meeting_seller: MeetingSeller;
  person: Person;
  person_view: PersonView;
  set_aside_message: SetAsideMessage;
  tag: Tag;
  tag_contact: TagContact;
  tenant: Tenant;
  visit_plan: VisitPlan;
  visit_plan_contact: VisitPlanContact;
  welcome_answer: WelcomeAnswer;
}
