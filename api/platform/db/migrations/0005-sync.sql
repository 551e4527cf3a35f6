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
