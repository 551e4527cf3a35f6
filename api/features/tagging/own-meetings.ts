/** The customer meetings that a seller is asked about. Which of them, and what is read of them, is the caller's choice. */
import { type RawBuilder, sql } from 'kysely';

interface OwnMeetings {
  readonly sellerId: string;
  readonly nowAt: Date;
}

/** A `from` and its `where`: meetings `m` of the seller that ended after the enrolment, were not cancelled and not declined; tagged or not. */
export function fromOwnMeetings({ sellerId, nowAt }: OwnMeetings): RawBuilder<unknown> {
  // From the seller's own links to each meeting by its key: `offset 0` keeps the planner to that order, which stays right before
  // the first statistics too, when it would rather go through every untagged meeting of the tenant.
  return sql`
    from (
      select ms.tenant_id, ms.meeting_id, p.enrolled_at
      from meeting_seller ms join person p on p.tenant_id = ms.tenant_id and p.person_id = ms.seller_id
      where ms.seller_id = ${sellerId} and ms.response <> 'declined'
      offset 0
    ) own
    cross join lateral (
      select mine.* from meeting mine where mine.tenant_id = own.tenant_id and mine.meeting_id = own.meeting_id offset 0
    ) m
    where not m.is_cancelled and m.ends_at <= ${nowAt} and m.ends_at >= own.enrolled_at`;
}
