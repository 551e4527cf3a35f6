/** More meetings to tag than a demo year has: copies of those that a seller has, one after the other back into the past. */
import { sql } from 'kysely';
import type { RunningFirsthand } from './firsthand.ts';

interface ManyMeetings {
  readonly sellerId: string;
  /** How many the seller shall have altogether. */
  readonly total: number;
}

/** Resolves when so many meetings wait for an answer of this seller; each ended after the enrolment, with the people of the one it copies. */
export async function addMeetings({ host, microsoft, clock }: RunningFirsthand, { sellerId, total }: ManyMeetings): Promise<void> {
  const nowAt = clock.now();
  await host.database.withTenant(microsoft.tenant.tenantId, async (tx) => {
    await sql`
      create temporary table copies on commit drop as
      with own as (
        select m.tenant_id, m.meeting_id, row_number() over (order by m.ends_at desc, m.meeting_id) as number, count(*) over () as count
        from meeting_seller ms join meeting m on m.tenant_id = ms.tenant_id and m.meeting_id = ms.meeting_id
          join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id
        where ms.seller_id = ${sellerId} and ms.response <> 'declined' and m.tag_version = 0 and not m.is_cancelled
          and m.ends_at <= ${nowAt} and m.ends_at >= p.enrolled_at
      )
      select own.tenant_id, own.meeting_id as original_id, gen_random_uuid() as meeting_id,
        ${nowAt}::timestamptz - copy * interval '3 hours' as starts_at
      from generate_series(1, greatest(0, ${total} - (select count(*) from own))) copy
        join own on own.number = 1 + copy % own.count`.execute(tx);
    await sql`
      insert into meeting (tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text,
        location_type, is_own_room, is_online_meeting, join_provider, last_modified_at)
      select c.tenant_id, c.meeting_id, c.meeting_id, m.subject, c.starts_at, c.starts_at + interval '1 hour', m.time_zone, false, false,
        m.location_text, m.location_type, m.is_own_room, m.is_online_meeting, m.join_provider, m.last_modified_at
      from copies c join meeting m on m.tenant_id = c.tenant_id and m.meeting_id = c.original_id`.execute(tx);
    await sql`
      insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
      select c.tenant_id, c.meeting_id, s.seller_id, c.meeting_id, s.response, s.read_number
      from copies c join meeting_seller s on s.tenant_id = c.tenant_id and s.meeting_id = c.original_id and s.seller_id = ${sellerId}`.execute(
      tx,
    );
    await sql`
      insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
      select c.tenant_id, c.meeting_id, mc.contact_id, mc.response
      from copies c join meeting_contact mc on mc.tenant_id = c.tenant_id and mc.meeting_id = c.original_id`.execute(tx);
  });
}
