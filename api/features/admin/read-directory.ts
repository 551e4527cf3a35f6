/** Sellers and their managers from the directory, and how they are stored. Enrolment begins when somebody is first seen in the group. */
import { sql } from 'kysely';
import { maxReportingLevels } from '../../domain/reporting-line.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type DirectoryUser, readGroupMembers, readManager } from '../../platform/graph/directory.ts';
import type { GraphClient, GraphFailure } from '../../platform/graph/graph-client.ts';

export interface People {
  readonly sellers: readonly DirectoryUser[];
  /** Everybody above the sellers, each once, sellers who manage included only among the sellers. */
  readonly managers: readonly DirectoryUser[];
  readonly managerIdByPersonId: ReadonlyMap<string, string>;
}

/** Managers asked for at the same time. */
const maxConcurrentReads = 4;

/** Direct members of the group, and their reporting lines upwards level by level. */
export async function readPeople(graph: GraphClient, sellerGroupId: string): Promise<Result<People, GraphFailure>> {
  const members = await readGroupMembers(graph, sellerGroupId);
  if (!members.ok) return members;
  const managers = new Map<string, DirectoryUser>();
  const managerIdByPersonId = new Map<string, string>();
  const known = new Set(members.value.map(({ userId }) => userId));
  let level: readonly DirectoryUser[] = members.value;
  for (let levels = 0; levels < maxReportingLevels && level.length > 0; levels += 1) {
    const found = await readManagers(graph, level);
    if (!found.ok) return found;
    const next: DirectoryUser[] = [];
    for (const { person, manager } of found.value) {
      managerIdByPersonId.set(person.userId, manager.userId);
      if (known.has(manager.userId)) continue;
      known.add(manager.userId);
      managers.set(manager.userId, manager);
      next.push(manager);
    }
    level = next;
  }
  return ok({ sellers: members.value, managers: [...managers.values()], managerIdByPersonId });
}

interface Reporting {
  readonly person: DirectoryUser;
  readonly manager: DirectoryUser;
}

async function readManagers(graph: GraphClient, people: readonly DirectoryUser[]): Promise<Result<readonly Reporting[], GraphFailure>> {
  const found: Reporting[] = [];
  for (let first = 0; first < people.length; first += maxConcurrentReads) {
    const batch = people.slice(first, first + maxConcurrentReads);
    const answers = await Promise.all(batch.map(async (person) => ({ person, manager: await readManager(graph, person.userId) })));
    for (const { person, manager } of answers) {
      if (!manager.ok) return manager;
      if (manager.value) found.push({ person, manager: manager.value });
    }
  }
  return ok(found);
}

/** Who is no longer in the group has left: no longer read, history kept. Who is new is enrolled from now on and gets a mailbox to read. */
export async function storePeople(
  tx: TenantTransaction,
  people: People,
  { tenantId, nowAt }: { readonly tenantId: string; readonly nowAt: Date },
): Promise<void> {
  const sellerIds = new Set(people.sellers.map(({ userId }) => userId));
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
      enrolled_at = case when person.is_seller then person.enrolled_at else coalesce(excluded.enrolled_at, person.enrolled_at) end,
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
}
