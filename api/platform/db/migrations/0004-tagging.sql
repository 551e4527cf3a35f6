-- Tagging everywhere: undo, requests sent again, on behalf of others, spend, asks and plans, who named and who looked.

-- Undo is a version too: it takes back what its seller said, and names nothing. tag_version stays the version that counts (0: untagged).
alter table meeting add column last_tag_version integer not null default 0 check (last_tag_version >= tag_version);
alter table meeting no force row level security;
update meeting set last_tag_version = tag_version;
alter table meeting force row level security;

alter table tag
  add column is_withdrawn boolean not null default false,
  alter column outcome drop not null,
  -- Whose meeting it is, when a delegate or a reader of a shared calendar said it (tagged_by).
  add column on_behalf_of uuid,
  -- What the seller spent on the meeting, in minor units.
  add column spend_minor bigint check (spend_minor > 0),
  add column spend_currency char(3),
  add foreign key (tenant_id, on_behalf_of) references person (tenant_id, person_id),
  add check ((outcome is null) = is_withdrawn),
  add check (not is_withdrawn or (modality is null and place is null and spend_minor is null)),
  add check ((spend_minor is null) = (spend_currency is null)),
  add check (on_behalf_of <> tagged_by);
create index tag_on_behalf_of on tag (tenant_id, on_behalf_of) where on_behalf_of is not null;

-- A future meeting that a seller has marked: what it is planned to be outweighs the suggestion.
alter table meeting
  add column planned_modality text check (planned_modality in ('in_person', 'hybrid', 'virtual', 'phone')),
  add column planned_by uuid,
  add foreign key (tenant_id, planned_by) references person (tenant_id, person_id),
  add check ((planned_modality is null) = (planned_by is null));
create index meeting_planned_by on meeting (tenant_id, planned_by) where planned_by is not null;

-- Requests that were carried out, with their answers: the same key again gets the same answer and changes nothing.
create table idempotency_key (
  tenant_id uuid not null,
  person_id uuid not null,
  key uuid not null,
  route text not null,
  -- SHA-256 of the method, the path and the body: the same key with another body is refused.
  request_hash bytea not null,
  answer jsonb not null,
  done_at timestamptz not null,
  primary key (tenant_id, person_id, key)
);
create index idempotency_key_done_at on idempotency_key (tenant_id, done_at);
call isolate_by_tenant('idempotency_key');

-- An invitation to meet in person, and its answer. "Tried three times" is not "never tried".
create table in_person_ask (
  tenant_id uuid not null,
  ask_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  asked_by uuid not null,
  -- In the seller's own time zone.
  asked_on date not null,
  -- Null while the answer is open.
  answer text check (answer in ('accepted', 'declined', 'no_answer')),
  answered_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, ask_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id),
  foreign key (tenant_id, asked_by) references person (tenant_id, person_id),
  check ((answer is null) = (answered_on is null)),
  check (answered_on >= asked_on)
);
create index in_person_ask_account on in_person_ask (tenant_id, account_id, asked_on);
create index in_person_ask_contact on in_person_ask (tenant_id, contact_id);
create index in_person_ask_asked_by on in_person_ask (tenant_id, asked_by);
call isolate_by_tenant('in_person_ask');

-- A visit that somebody plans and that is in no calendar yet.
create table visit_plan (
  tenant_id uuid not null,
  plan_id uuid not null,
  account_id uuid not null,
  planned_by uuid not null,
  planned_on date not null,
  place text check (
    place in ('client_office', 'our_office', 'meal', 'coffee', 'entertainment', 'leisure', 'conference', 'other_offsite')
  ),
  recorded_at timestamptz not null,
  -- When somebody gave it up.
  dropped_at timestamptz,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade,
  foreign key (tenant_id, planned_by) references person (tenant_id, person_id)
);
create index visit_plan_account on visit_plan (tenant_id, account_id, planned_on);
create index visit_plan_planned_by on visit_plan (tenant_id, planned_by);
call isolate_by_tenant('visit_plan');

create table visit_plan_contact (
  tenant_id uuid not null,
  plan_id uuid not null,
  contact_id uuid not null,
  primary key (tenant_id, plan_id, contact_id),
  foreign key (tenant_id, plan_id) references visit_plan (tenant_id, plan_id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id)
);
create index visit_plan_contact_contact on visit_plan_contact (tenant_id, contact_id);
call isolate_by_tenant('visit_plan_contact');

-- What a person said about the visitor policy outweighs the imported file.
alter table account
  add column visitor_policy_said_by uuid,
  add column visitor_policy_said_at timestamptz,
  add foreign key (tenant_id, visitor_policy_said_by) references person (tenant_id, person_id),
  add check ((visitor_policy_said_by is null) = (visitor_policy_said_at is null));
create index account_visitor_policy_said_by on account (tenant_id, visitor_policy_said_by) where visitor_policy_said_by is not null;

-- Who named a key partner, or took them off the list, and in which role; null when the imported file did.
alter table key_partner
  add column named_by uuid,
  add column role text check (role in ('economic_buyer', 'champion', 'technical_buyer', 'user_buyer', 'coach')),
  add foreign key (tenant_id, named_by) references person (tenant_id, person_id);
create index key_partner_named_by on key_partner (tenant_id, named_by) where named_by is not null;

-- Who looked at what a page shows of another person: one row per looker, person, page, account and business day.
create table person_view (
  tenant_id uuid not null,
  -- Whose data was shown.
  person_id uuid not null,
  viewer_id uuid not null,
  page text not null check (page in ('team', 'account', 'account_meetings')),
  -- The account, where the page is one account's; the nil uuid otherwise.
  account_id uuid not null,
  viewed_on date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  primary key (tenant_id, person_id, viewed_on, viewer_id, page, account_id),
  foreign key (tenant_id, person_id) references person (tenant_id, person_id),
  check (viewer_id <> person_id)
);
create index person_view_viewer on person_view (tenant_id, viewer_id);
call isolate_by_tenant('person_view');
revoke delete on person_view from firsthand_app;
