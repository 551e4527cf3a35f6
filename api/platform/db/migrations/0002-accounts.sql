-- Accounts in full: overrides, cadences with notice, key partners with their dates, pauses, merges, imports that can be undone, the score.

alter table tenant
  -- Registrable, lower case: companies that we work with, never accounts.
  add column partner_domains text[] not null default '{}',
  add column cadence_days_a integer not null default 45 check (cadence_days_a between 1 and 365),
  add column cadence_days_b integer not null default 90 check (cadence_days_b between 1 and 365),
  add column cadence_days_c integer not null default 180 check (cadence_days_c between 1 and 365);

alter table account
  -- A shorter cadence that was decided and takes effect on its day.
  add column next_cadence_days integer check (next_cadence_days between 1 and 365),
  add column next_cadence_on date,
  -- What a human set against the computed tier, and why.
  add column tier_override text check (tier_override in ('A', 'B', 'C')),
  add column tier_override_reason text,
  add column cadence_override_days integer check (cadence_override_days between 1 and 365),
  add column parent_id uuid,
  add column visitor_policy text not null default 'unknown' check (visitor_policy in ('welcome', 'by_exception', 'forbidden', 'unknown')),
  -- The account that this one was merged into: then it has no contacts, domains or health of its own, and its revenue counts there.
  add column merged_into_id uuid,
  -- Of this account alone; tenant_revenue_minor adds that of the accounts merged into it.
  add column own_tenant_revenue_minor bigint not null default 0,
  add foreign key (tenant_id, parent_id) references account (tenant_id, account_id) on delete set null (parent_id),
  add foreign key (tenant_id, merged_into_id) references account (tenant_id, account_id) on delete set null (merged_into_id),
  add check ((tier_override is null) = (tier_override_reason is null)),
  add check ((next_cadence_days is null) = (next_cadence_on is null)),
  add check (merged_into_id <> account_id);
create index account_parent on account (tenant_id, parent_id) where parent_id is not null;
create index account_merged_into on account (tenant_id, merged_into_id) where merged_into_id is not null;

-- Set when a person has moved it here: an import never changes it.
alter table account_domain add column is_chosen boolean not null default false;
alter table contact
  -- Who says to which account it belongs: its domain, the imported file, or a person; each outweighs those before it.
  add column account_source text not null default 'domain' check (account_source in ('domain', 'import', 'person')),
  -- The account that the file or a person gave it, as against account_id, which follows merges; null while its domain decides.
  add column given_account_id uuid,
  add column has_left boolean not null default false,
  add foreign key (tenant_id, given_account_id) references account (tenant_id, account_id);
create index contact_given_account on contact (tenant_id, given_account_id) where given_account_id is not null;

-- Contacts who matter for the decision. A removed one stays with its dates, since the score still expects it for a while.
create table key_partner (
  tenant_id uuid not null,
  contact_id uuid not null,
  named_on date not null,
  removed_on date,
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id) on delete cascade,
  check (removed_on >= named_on)
);
call isolate_by_tenant('key_partner');

create table account_pause (
  tenant_id uuid not null,
  pause_id uuid not null,
  account_id uuid not null,
  reason text not null check (
    reason in ('contract_ending', 'dispute', 'customer_reorganising', 'no_travel', 'owner_absent', 'handover')
  ),
  from_on date not null,
  -- The last paused day.
  until_on date not null,
  paused_by uuid not null,
  paused_at timestamptz not null,
  -- When a manager took it back before its end.
  ended_at timestamptz,
  primary key (tenant_id, pause_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade,
  foreign key (tenant_id, paused_by) references person (tenant_id, person_id),
  check (until_on between from_on and from_on + 90)
);
create index account_pause_account on account_pause (tenant_id, account_id, until_on);
create index account_pause_paused_by on account_pause (tenant_id, paused_by);
call isolate_by_tenant('account_pause');

create table account_import (
  tenant_id uuid not null references tenant,
  import_number integer not null check (import_number > 0),
  file_name text not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  -- The contacts that it named, as they were before; forgotten with the next import.
  contacts_before jsonb not null,
  -- Until accounts are merged or split.
  is_undoable boolean not null default true,
  undone_at timestamptz,
  primary key (tenant_id, import_number)
);
call isolate_by_tenant('account_import');

-- What the newest import changed, as it was before; older ones are forgotten with the next import.
create table account_before_import (
  tenant_id uuid not null,
  import_number integer not null,
  account_id uuid not null,
  -- {"account", "domains"}; null when the import added the account.
  was jsonb,
  primary key (tenant_id, import_number, account_id),
  foreign key (tenant_id, import_number) references account_import (tenant_id, import_number) on delete cascade,
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade
);
create index account_before_import_account on account_before_import (tenant_id, account_id);
call isolate_by_tenant('account_before_import');

-- What a machine observed, kept apart from what the seller said.
create table meeting_evidence (
  tenant_id uuid not null,
  meeting_id uuid not null,
  contact_id uuid not null,
  joined_online boolean not null,
  primary key (tenant_id, meeting_id, contact_id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, meeting_id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, contact_id) on delete cascade
);
create index meeting_evidence_contact on meeting_evidence (tenant_id, contact_id);
call isolate_by_tenant('meeting_evidence');

-- Whether the seller gave it when asked about a contradiction: then it is final.
alter table tag add column answers_contradiction boolean not null default false;

alter table account_health
  add column score integer not null default 0 check (score between 0 and 100),
  -- As api/domain/score.ts gives them: line, points, maxPoints, code, values.
  add column lines jsonb not null default '[]',
  -- [{"contactId", "standing", "lastNearOn", "lastTouchpointOn"}], those named now.
  add column key_partner_facts jsonb not null default '[]',
  -- [{"sellerId", "near", "remote", "lastNearOn", "lastTouchpointOn"}]: whose answers the touchpoints come from.
  add column colleagues jsonb not null default '[]';

-- The rows that exist are brought along. Their owner is held by row level security too, so it is lifted for these statements alone.
alter table account no force row level security;
alter table account_health no force row level security;
alter table contact no force row level security;
alter table key_partner no force row level security;
update account set own_tenant_revenue_minor = tenant_revenue_minor;
update contact set account_source = 'import', given_account_id = account_id where is_key_partner and account_id is not null;
alter table contact add check ((account_source = 'domain') = (given_account_id is null));
insert into key_partner (tenant_id, contact_id, named_on)
  select c.tenant_id, c.contact_id, coalesce(h.computed_on, date '2026-01-01')
  from contact c left join account_health h on h.tenant_id = c.tenant_id and h.account_id = c.account_id
  where c.is_key_partner;
-- Their day has come: the timer computes what is new here.
update account_health set valid_until_on = computed_on - 1;
alter table account force row level security;
alter table account_health force row level security;
alter table contact force row level security;
alter table key_partner force row level security;

alter table contact drop column is_key_partner;
