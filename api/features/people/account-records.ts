/** What is recorded about a person with their accounts: their own mix, asks, plans, who decides, visitor policies, pauses, the welcome. */
import { sql } from 'kysely';
import { byInstant, instant, type RecordSource } from './record-source.ts';

/** Accounts that the person owns, or has met; the mix is the one that the account's page shows. Those met last come first. */
export const accountRecords: RecordSource = (personId) => sql`
  select concat_ws('/', coalesce(mix.last_touchpoint_on, ''), a.account_id) as sort_key,
    jsonb_build_object(
      'accountId', a.account_id, 'account', a.name, 'isOwner', coalesce(a.owner_id = ${personId}, false),
      'near', coalesce(mix.near, 0), 'remote', coalesce(mix.remote, 0),
      'lastNearOn', mix.last_near_on, 'lastTouchpointOn', mix.last_touchpoint_on
    ) as record
  from account a
  left join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
  left join lateral (
    select (c ->> 'near')::integer as near, (c ->> 'remote')::integer as remote,
      c ->> 'lastNearOn' as last_near_on, c ->> 'lastTouchpointOn' as last_touchpoint_on
    from jsonb_array_elements(h.colleagues) c
    where c ->> 'sellerId' = ${personId}
  ) mix on true
  where a.owner_id = ${personId} or mix.near is not null`;

export const askRecords: RecordSource = (personId) => sql`
  select ${byInstant('i.recorded_at', 'i.ask_id')} as sort_key,
    jsonb_build_object(
      'account', a.name, 'contact', c.display_name, 'askedOn', i.asked_on, 'answer', i.answer, 'answeredOn', i.answered_on,
      'recordedAt', ${instant('i.recorded_at')}
    ) as record
  from in_person_ask i
  join account a on a.tenant_id = i.tenant_id and a.account_id = i.account_id
  join contact c on c.tenant_id = i.tenant_id and c.contact_id = i.contact_id
  where i.asked_by = ${personId}`;

export const planRecords: RecordSource = (personId) => sql`
  select ${byInstant('v.recorded_at', 'v.plan_id')} as sort_key,
    jsonb_build_object(
      'account', a.name, 'plannedOn', v.planned_on, 'place', v.place, 'recordedAt', ${instant('v.recorded_at')},
      'droppedAt', ${instant('v.dropped_at')},
      'contacts', coalesce((
        select jsonb_agg(c.display_name order by c.display_name, c.contact_id)
        from visit_plan_contact vc
        join contact c on c.tenant_id = vc.tenant_id and c.contact_id = vc.contact_id
        where vc.tenant_id = v.tenant_id and vc.plan_id = v.plan_id
      ), '[]')
    ) as record
  from visit_plan v
  join account a on a.tenant_id = v.tenant_id and a.account_id = v.account_id
  where v.planned_by = ${personId}`;

export const keyPartnerRecords: RecordSource = (personId) => sql`
  select concat_ws('/', k.named_on, k.contact_id) as sort_key,
    jsonb_build_object(
      'contact', c.display_name, 'account', a.name, 'role', k.role, 'namedOn', k.named_on, 'removedOn', k.removed_on
    ) as record
  from key_partner k
  join contact c on c.tenant_id = k.tenant_id and c.contact_id = k.contact_id
  left join account a on a.tenant_id = c.tenant_id and a.account_id = c.account_id
  where k.named_by = ${personId}`;

export const visitorPolicyRecords: RecordSource = (personId) => sql`
  select ${byInstant('a.visitor_policy_said_at', 'a.account_id')} as sort_key,
    jsonb_build_object('account', a.name, 'policy', a.visitor_policy, 'saidAt', ${instant('a.visitor_policy_said_at')}) as record
  from account a
  where a.visitor_policy_said_by = ${personId}`;

export const pauseRecords: RecordSource = (personId) => sql`
  select ${byInstant('p.paused_at', 'p.pause_id')} as sort_key,
    jsonb_build_object(
      'account', a.name, 'reason', p.reason, 'fromOn', p.from_on, 'untilOn', p.until_on, 'pausedAt', ${instant('p.paused_at')},
      'endedAt', ${instant('p.ended_at')}
    ) as record
  from account_pause p
  join account a on a.tenant_id = p.tenant_id and a.account_id = p.account_id
  where p.paused_by = ${personId}`;

export const welcomeRecords: RecordSource = (personId) => sql`
  select ${byInstant('w.answered_at', 'w.account_id')} as sort_key,
    jsonb_build_object('account', a.name, 'answer', w.answer, 'answeredAt', ${instant('w.answered_at')}) as record
  from welcome_answer w
  join account a on a.tenant_id = w.tenant_id and a.account_id = w.account_id
  where w.seller_id = ${personId}`;
