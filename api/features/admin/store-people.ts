/** How sellers and managers are stored. Enrolment begins when somebody is first seen as a seller; who leaves is no longer read, and their history stays. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { People } from './read-directory.ts';

/** Who comes back within this time was never away: a slip in a group begins no new enrolment. */
const sameEnrolmentDays = 30;

interface Change {
  /** Sellers who are new, or back. */
  readonly came: number;
  /** Who no longer is a seller. */
  readonly left: number;
}

/** Who is no longer named has left: no longer read, history kept. Who is new is enrolled from now on and gets a mailbox to read; who comes back goes on. */
export async function storePeople(
  tx: TenantTransaction,
  people: People,
  { tenantId, nowAt }: { readonly tenantId: string; readonly nowAt: Date },
): Promise<Change> {
  const sellerIds = new Set(people.sellers.map(({ userId }) => userId));
  const before = await tx.selectFrom('person').where('is_seller', '=', true).select('person_id').execute();
  const values = [...people.sellers, ...people.managers]
    .map(({ userId, name, mail }) => ({ person_id: userId, display_name: name, mail, is_seller: sellerIds.has(userId) }))
    .sort((a, b) => (a.person_id < b.person_id ? -1 : 1));
  const at = nowAt.toISOString();
  await sql`
    update person set is_seller = false, left_at = ${at}
    where left_at is null and person_id <> all(${values.map(({ person_id }) => person_id)}::uuid[])`.execute(tx);
  await sql`
    insert into person (tenant_id, person_id, display_name, mail, is_seller, enrolled_at)
    select ${tenantId}, p.person_id, p.display_name, p.mail, p.is_seller, case when p.is_seller then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as p (person_id uuid, display_name text, mail text, is_seller boolean)
    on conflict (tenant_id, person_id) do update set
      display_name = excluded.display_name,
      mail = excluded.mail,
      is_seller = excluded.is_seller,
      enrolled_at = case
        when person.is_seller or person.left_at > ${at}::timestamptz - make_interval(days => ${sameEnrolmentDays})
          then coalesce(person.enrolled_at, excluded.enrolled_at)
        else coalesce(excluded.enrolled_at, person.enrolled_at)
      end,
      left_at = null`.execute(tx);
  const lines = values.map(({ person_id }) => ({ person_id, manager_id: people.managerIdByPersonId.get(person_id) ?? null }));
  await sql`
    update person set manager_id = l.manager_id
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (person_id uuid, manager_id uuid)
    where person.person_id = l.person_id and person.manager_id is distinct from l.manager_id`.execute(tx);
  await sql`
    insert into mailbox (tenant_id, seller_id, state)
    select ${tenantId}, person_id, 'waiting' from person where is_seller
    on conflict (tenant_id, seller_id) do nothing`.execute(tx);
  const beforeIds = new Set(before.map(({ person_id }) => person_id));
  return {
    came: [...sellerIds].filter((id) => !beforeIds.has(id)).length,
    left: [...beforeIds].filter((id) => !sellerIds.has(id)).length,
  };
}
