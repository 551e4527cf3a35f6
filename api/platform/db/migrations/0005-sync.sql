-- Calendars followed by their changes: where each mailbox stands in its rounds, and meetings that left every calendar with their tag.

alter table mailbox
  -- What the read under way is, or the last one was: the whole window, a new baseline of changes, or the changes since the last round.
  add column read_kind text not null default 'whole' check (read_kind in ('whole', 'baseline', 'changes')),
  -- Where the next round of changes starts; null until a baseline is complete, or when Graph no longer knows it.
  add column delta_link text,
  -- When the baseline was made that the link belongs to; its window moves only with a new one.
  add column baseline_at timestamptz,
  -- Start of the last round of changes that was read to its end.
  add column changes_at timestamptz,
  -- Start of the read under way.
  add column read_started_at timestamptz,
  -- Meetings that the whole read under way, or the last one, found other than stored; null before the second whole read.
  add column difference integer;

-- What a change names is an event of one mailbox.
create index meeting_seller_event on meeting_seller (tenant_id, seller_id, event_id);

-- When a tagged meeting left the last calendar that held it: its event was deleted, or made anew under another identity.
alter table meeting add column vanished_at timestamptz;
create index meeting_vanished on meeting (tenant_id, starts_at) where vanished_at is not null;
-- When its first calendar was read; unknown for those stored before.
alter table meeting add column stored_at timestamptz;

-- Who tells us of changes: Graph's subscription to the mailbox, and which of our keys its secret was made with.
alter table mailbox
  add column subscription_id text,
  add column subscription_ends_at timestamptz,
  add column subscription_key text,
  -- When Graph last refused one: then the clock alone asks, and the admin sees it.
  add column subscription_refused_at timestamptz,
  add check ((subscription_id is null) = (subscription_ends_at is null)),
  add check ((subscription_id is null) = (subscription_key is null));

-- When Graph last refused us altogether (consent withdrawn): then one mailbox at a time is tried, and the admin sees it.
alter table tenant add column graph_refused_at timestamptz;
-- When that refusal began; both are null together.
alter table tenant
  add column graph_refused_since timestamptz,
  add check ((graph_refused_at is null) = (graph_refused_since is null));

-- Messages to our workers that failed as often as the host tries: kept here until an admin has them done again. The message holds ids only.
create table set_aside_message (
  tenant_id uuid not null references tenant,
  queue_name text not null,
  message jsonb not null,
  set_aside_at timestamptz not null,
  -- The same message twice is one: what it asks for is done as well once.
  primary key (tenant_id, queue_name, message)
);
create index set_aside_message_order on set_aside_message (tenant_id, queue_name, set_aside_at);
call isolate_by_tenant('set_aside_message');

-- How many requests we sent Graph, and how many of them it throttled, by spans of ten minutes; of the last two days.
create table graph_usage (
  tenant_id uuid not null references tenant,
  begins_at timestamptz not null,
  requests integer not null check (requests >= 0),
  throttled integer not null check (throttled between 0 and requests),
  primary key (tenant_id, begins_at)
);
call isolate_by_tenant('graph_usage');

-- The sellers are the direct members of a group or of an administrative unit, whichever the admin named.
alter table tenant
  alter column seller_group_id drop not null,
  add column administrative_unit_id uuid,
  add check (seller_group_id is null or administrative_unit_id is null),
  -- When members and reporting lines were last read to the end.
  add column directory_read_at timestamptz,
  -- When that was last begun: the next time counts from here, and whoever began before somebody else stores nothing.
  add column directory_tried_at timestamptz,
  -- Where the next round of changed users starts; null until there is one, or when Graph no longer knows it.
  add column users_delta_link text,
  -- Why the directory cannot be read, and since when; null while it can.
  add column directory_refused_since timestamptz,
  add column directory_refusal text check (directory_refusal in ('access_refused', 'not_found', 'unreadable')),
  add check ((directory_refused_since is null) = (directory_refusal is null));
