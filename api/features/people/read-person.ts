/** Who a caller is to us, and how far their calendar is read. */
import type * as z from 'zod';
import { MyCalendar, type MyProfile } from '../../contract/my-data.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Caller } from '../../platform/trigger/handler.ts';

export interface ReadPerson {
  readonly profile: z.input<typeof MyProfile>;
  /** Null for somebody whose calendar is not read. */
  readonly calendar: z.input<typeof MyCalendar> | null;
}

export async function readPerson(tx: TenantTransaction, caller: Caller): Promise<ReadPerson> {
  return { profile: await readProfile(tx, caller), calendar: await readCalendar(tx, caller.userId) };
}

/** Somebody who signs in without being in our directory has their token's name and no more. */
async function readProfile(tx: TenantTransaction, { userId, name, roles }: Caller): Promise<ReadPerson['profile']> {
  const person = await tx
    .selectFrom('person as p')
    .leftJoin('person as m', (join) => join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.manager_id'))
    .where('p.person_id', '=', userId)
    .select(['p.display_name', 'p.mail', 'p.enrolled_at', 'p.welcomed_at', 'p.left_at', 'm.display_name as manager_name'])
    .executeTakeFirst();
  const known = { id: userId, roles: [...roles] };
  if (!person) return { ...known, name, mail: null, manager: null, enrolledAt: null, welcomedAt: null, leftAt: null };
  return {
    ...known,
    name: person.display_name,
    mail: person.mail,
    manager: person.manager_name,
    enrolledAt: person.enrolled_at?.toISOString() ?? null,
    welcomedAt: person.welcomed_at?.toISOString() ?? null,
    leftAt: person.left_at?.toISOString() ?? null,
  };
}

async function readCalendar(tx: TenantTransaction, sellerId: string): Promise<ReadPerson['calendar']> {
  const mailbox = await tx
    .selectFrom('mailbox')
    .where('seller_id', '=', sellerId)
    .select(['state', 'events_read', 'customer_meetings', 'first_read_at', 'last_read_at'])
    .executeTakeFirst();
  if (!mailbox) return null;
  return {
    state: MyCalendar.shape.state.parse(mailbox.state),
    eventsRead: mailbox.events_read,
    customerMeetings: mailbox.customer_meetings,
    firstReadAt: mailbox.first_read_at?.toISOString() ?? null,
    lastReadAt: mailbox.last_read_at?.toISOString() ?? null,
  };
}
