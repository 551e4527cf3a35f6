-- Meetings added by hand, and the questions about what was before a seller enrolled.

-- Made by a seller, in nobody's calendar: no read of a calendar may forget it.
alter table meeting add column is_added_by_hand boolean not null default false;
alter table meeting_seller alter column event_id drop not null;

-- When the seller closed the welcome for good; null while it may still be shown.
alter table person add column welcomed_at timestamptz;

-- "When did you last meet Contoso in person?" answered without a meeting: not in the last year, or skipped.
create table welcome_answer (
  tenant_id uuid not null,
  seller_id uuid not null,
  account_id uuid not null,
  answer text not null check (answer in ('not_in_the_last_year', 'skipped')),
  answered_at timestamptz not null,
  primary key (tenant_id, seller_id, account_id),
  foreign key (tenant_id, seller_id) references person (tenant_id, person_id),
  foreign key (tenant_id, account_id) references account (tenant_id, account_id) on delete cascade
);
create index welcome_answer_account on welcome_answer (tenant_id, account_id);
call isolate_by_tenant('welcome_answer');
