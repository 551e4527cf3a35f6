/** The person's customer meetings, and every version of what they said of one or somebody said for them. */
import { sql } from 'kysely';
import { byInstant, instant, type RecordSource } from './record-source.ts';

/** In the person's calendar, added by them, or planned by them. */
export const meetingRecords: RecordSource = (personId) => sql`
  select ${byInstant('m.starts_at', 'm.meeting_id')} as sort_key,
    jsonb_build_object(
      'meetingId', m.meeting_id, 'eventId', own.event_id, 'subject', m.subject, 'startsAt', ${instant('m.starts_at')},
      'endsAt', ${instant('m.ends_at')}, 'timeZone', m.time_zone, 'isAllDay', m.is_all_day, 'isCancelled', m.is_cancelled,
      'isAddedByHand', m.is_added_by_hand, 'locationText', m.location_text, 'isOnlineMeeting', m.is_online_meeting,
      'joinProvider', m.join_provider, 'response', own.response,
      'plannedModality', case when m.planned_by = ${personId} then m.planned_modality end,
      'accounts', coalesce((
        select jsonb_agg(distinct a.name)
        from meeting_contact mc
        join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
        join account a on a.tenant_id = c.tenant_id and a.account_id = c.account_id
        where mc.tenant_id = m.tenant_id and mc.meeting_id = m.meeting_id
      ), '[]'),
      'contacts', coalesce((
        select jsonb_agg(c.display_name order by c.display_name, c.contact_id)
        from meeting_contact mc
        join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
        where mc.tenant_id = m.tenant_id and mc.meeting_id = m.meeting_id
      ), '[]')
    ) as record
  from (
    select tenant_id, meeting_id from meeting_seller where seller_id = ${personId}
    union
    select tenant_id, meeting_id from meeting where planned_by = ${personId}
  ) mine
  join meeting m on m.tenant_id = mine.tenant_id and m.meeting_id = mine.meeting_id
  left join meeting_seller own
    on own.tenant_id = m.tenant_id and own.meeting_id = m.meeting_id and own.seller_id = ${personId}`;

/** Withdrawn ones too, with engagement notes and spend. */
export const tagRecords: RecordSource = (personId) => sql`
  select ${byInstant('t.tagged_at', 't.meeting_id', 't.version')} as sort_key,
    jsonb_build_object(
      'meetingId', t.meeting_id, 'subject', m.subject, 'startsAt', ${instant('m.starts_at')}, 'version', t.version,
      'isWithdrawn', t.is_withdrawn, 'outcome', t.outcome, 'modality', t.modality, 'place', t.place, 'heldOn', t.held_on,
      'taggedBy', by.display_name, 'onBehalfOf', owner.display_name, 'taggedAt', ${instant('t.tagged_at')},
      'answersContradiction', t.answers_contradiction,
      'spend', case when t.spend_minor is not null then jsonb_build_object('minor', t.spend_minor, 'currency', t.spend_currency) end,
      'contacts', coalesce((
        select jsonb_agg(
          jsonb_build_object('name', c.display_name, 'wasPresent', tc.was_present, 'engagement', tc.engagement)
          order by c.display_name, c.contact_id
        )
        from tag_contact tc
        join contact c on c.tenant_id = tc.tenant_id and c.contact_id = tc.contact_id
        where tc.tenant_id = t.tenant_id and tc.meeting_id = t.meeting_id and tc.version = t.version
      ), '[]')
    ) as record
  from tag t
  join meeting m on m.tenant_id = t.tenant_id and m.meeting_id = t.meeting_id
  join person by on by.tenant_id = t.tenant_id and by.person_id = t.tagged_by
  left join person owner on owner.tenant_id = t.tenant_id and owner.person_id = t.on_behalf_of
  where ${personId} in (t.tagged_by, t.on_behalf_of)`;
