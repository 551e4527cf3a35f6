-- The house: tenants, people, accounts, contacts, meetings, tags, health. Forward only.
-- Every table: tenant_id first in every key, row level security forced, written by one helper below.
-- Roles are made by the migrator before this runs: firsthand_app (owns nothing, bypasses nothing) and firsthand_registry (may list tenants).

-- The tenant of this transaction; null when nobody has set one, and null equals no row.
create function current_tenant_id() returns uuid
  language sql stable
  return nullif(current_setting('firsthand.tenant_id', true), '')::uuid;

-- Closes a table: only rows of the current tenant can be read or written, by its owner too.
create procedure isolate_by_tenant(table_name regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant_isolation on %s using (tenant_id = current_tenant_id()) with check (tenant_id = current_tenant_id())',
    table_name
  );
  execute format('grant select, insert, update, delete on %s to firsthand_app', table_name);
end
$$;

create table tenant (
  tenant_id uuid primary key,
  display_name text not null,
  -- IANA zone of the business date.
  time_zone text not null,
  currency char(3) not null,
  -- Registrable, lower case.
  own_domains text[] not null,
  seller_group_id uuid not null,
  set_up_at timestamptz not null
);
call isolate_by_tenant('tenant');

-- Sellers, managers and admins, by their object id in Entra ID.
create table person (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  display_name text not null,
  mail text not null,
  manager_id uuid,
  is_seller boolean not null,
  enrolled_at timestamptz,
  left_at timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, manager_id) references person (tenant_id, person_id),
  check (not is_seller or enrolled_at is not null)
);
create index person_manager on person (tenant_id, manager_id);
create unique index person_mail on person (tenant_id, mail) where left_at is null;
call isolate_by_tenant('person');

create table account (
  tenant_id uuid not null references tenant,
  account_id uuid not null,
  -- The id in the customer's own system: what makes an import idempotent.
  external_id text not null,
  name text not null,
  owner_id uuid,
  -- Trailing twelve months, as imported, and the same in the tenant's currency at that import's rate.
  revenue_minor bigint not null,
  revenue_currency char(3) not null,
  tenant_revenue_minor bigint not null,
  tier text not null check (tier in ('A', 'B', 'C')),
  cadence_days integer not null check (cadence_days between 1 and 365),
  primary key (tenant_id, account_id),
  unique (tenant_id, external_id),
  foreign key (tenant_id, owner_id) references person (tenant_id, person_id)
);
create index account_owner on account (tenant_id, owner_id);
call isolate_by_tenant('account');

create table account_domain (
  tenant_id uuid not null,
  -- Registrable, lower case. Two accounts may share one: then nobody guesses.
  domain text not null,
  account_id uuid not null,
  primary key (tenant_id, domain, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade
);
create index account_domain_account on account_domain (tenant_id, account_id);
call isolate_by_tenant('account_domain');

create table contact (
  tenant_id uuid not null references tenant,
  contact_id uuid not null,
  -- Lower case, without a plus tag.
  mail text not null,
  display_name text not null,
  -- Null while two accounts share the contact's domain and nobody has chosen.
  account_id uuid,
  is_key_partner boolean not null default false,
  primary key (tenant_id, contact_id),
  unique (tenant_id, mail),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id)
);
create index contact_account on contact (tenant_id, account_id);
call isolate_by_tenant('contact');

-- One row per occurrence, however many colleagues were in it. No body, no attachment, no join link.
create table meeting (
  tenant_id uuid not null references tenant,
  meeting_id uuid not null,
  meeting_key text not null,
  subject text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The zone in which the organizer wrote it, as the calendar names it.
  time_zone text not null,
  is_all_day boolean not null,
  is_cancelled boolean not null,
  location_text text not null,
  location_type text,
  is_own_room boolean not null,
  is_online_meeting boolean not null,
  join_provider text,
  -- Of the newest copy that was read.
  last_modified_at timestamptz not null,
  -- 0 while nobody has tagged it.
  tag_version integer not null default 0,
  primary key (tenant_id, meeting_id),
  unique (tenant_id, meeting_key),
  check (ends_at >= starts_at)
);
create index meeting_untagged on meeting (tenant_id, ends_at) where tag_version = 0 and not is_cancelled;
call isolate_by_tenant('meeting');

create table meeting_seller (
  tenant_id uuid not null,
  meeting_id uuid not null,
  seller_id uuid not null,
  -- Immutable id of the event in this seller's mailbox.
  event_id text not null,
  response text not null check (response in ('organizer', 'accepted', 'tentative', 'declined', 'none')),
  -- The read of the calendar that saw it last: what a whole read did not see again is gone.
  read_number integer not null,
  primary key (tenant_id, meeting_id, seller_id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, meeting_id) on delete cascade,
  foreign key (tenant_id, seller_id) references person (tenant_id, person_id)
);
create index meeting_seller_seller on meeting_seller (tenant_id, seller_id, meeting_id);
call isolate_by_tenant('meeting_seller');

create table meeting_contact (
  tenant_id uuid not null,
  meeting_id uuid not null,
  contact_id uuid not null,
  response text not null check (response in ('organizer', 'accepted', 'tentative', 'declined', 'none')),
  primary key (tenant_id, meeting_id, contact_id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, meeting_id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id)
);
create index meeting_contact_contact on meeting_contact (tenant_id, contact_id, meeting_id);
call isolate_by_tenant('meeting_contact');

-- Append-only versions of the sellers' claims; the newest counts.
create table tag (
  tenant_id uuid not null,
  meeting_id uuid not null,
  version integer not null check (version > 0),
  outcome text not null check (outcome in ('held', 'no_show', 'cancelled', 'rescheduled')),
  modality text check (modality in ('in_person', 'hybrid', 'virtual', 'phone')),
  place text check (
    place in ('client_office', 'our_office', 'meal', 'coffee', 'entertainment', 'leisure', 'conference', 'other_offsite')
  ),
  -- The meeting's start in the tagging seller's time zone.
  held_on date not null,
  tagged_by uuid not null,
  tagged_at timestamptz not null,
  primary key (tenant_id, meeting_id, version),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, meeting_id),
  foreign key (tenant_id, tagged_by) references person (tenant_id, person_id),
  check ((outcome = 'held') = (modality is not null)),
  check (place is null or modality in ('in_person', 'hybrid'))
);
create index tag_tagged_by on tag (tenant_id, tagged_by);
call isolate_by_tenant('tag');

-- What one version says of one contact.
create table tag_contact (
  tenant_id uuid not null,
  meeting_id uuid not null,
  version integer not null,
  contact_id uuid not null,
  was_present boolean not null,
  engagement text check (engagement in ('engaged', 'camera_off', 'disengaged', 'not_noticed')),
  primary key (tenant_id, meeting_id, version, contact_id),
  foreign key (tenant_id, meeting_id, version) references tag (tenant_id, meeting_id, version),
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id)
);
create index tag_contact_contact on tag_contact (tenant_id, contact_id);
call isolate_by_tenant('tag_contact');

-- Nothing that a seller said is ever overwritten or lost.
revoke update, delete on tag, tag_contact from firsthand_app;

-- The answer every page reads, with its facts; api/domain computes it, SQL never does.
create table account_health (
  tenant_id uuid not null,
  account_id uuid not null,
  word text not null check (
    word in ('on_track', 'due_soon', 'new', 'not_enough_data', 'overdue', 'completely_virtual', 'no_contact')
  ),
  unanswered integer not null,
  deciding_unanswered integer not null,
  last_near_on date,
  last_touchpoint_on date,
  virtual_streak integer not null,
  key_partners integer not null,
  key_partners_met integer not null,
  next_visit_on date,
  -- [{"on": "YYYY-MM-DD", "mark": "in_person" | "hybrid" | "virtual" | "phone" | "untagged" | "not_held"}], oldest first.
  strip jsonb not null,
  computed_on date not null,
  -- With the same facts the answer is the same until this day; null when time alone changes nothing.
  valid_until_on date,
  -- When the next of its meetings ends and becomes unanswered; null when none is planned.
  next_end_at timestamptz,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade
);
create index account_health_valid_until on account_health (tenant_id, valid_until_on);
create index account_health_next_end on account_health (tenant_id, next_end_at);
call isolate_by_tenant('account_health');

-- How far the read of one seller's calendar has come. A worker that lost its lease writes nothing (lease_number is the fence).
create table mailbox (
  tenant_id uuid not null,
  seller_id uuid not null,
  state text not null check (state in ('waiting', 'reading', 'read', 'out_of_scope', 'no_mailbox', 'failed')),
  -- Counts whole reads; the number of the one under way or done last.
  read_number integer not null default 0,
  -- Where the read under way goes on; null at the start of one.
  next_link text,
  window_starts_at timestamptz,
  window_ends_at timestamptz,
  events_read integer not null default 0,
  customer_meetings integer not null default 0,
  first_read_at timestamptz,
  last_read_at timestamptz,
  lease_number integer not null default 0,
  lease_until timestamptz,
  primary key (tenant_id, seller_id),
  foreign key (tenant_id, seller_id) references person (tenant_id, person_id)
);
call isolate_by_tenant('mailbox');

-- The one door that looks across tenants: timers learn which tenants there are, and nothing else.
create policy tenant_registry on tenant for select to firsthand_registry using (true);
grant select (tenant_id) on tenant to firsthand_registry;
grant execute on function current_tenant_id() to firsthand_app, firsthand_registry;
