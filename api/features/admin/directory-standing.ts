/** Where a tenant stands with its directory: which list holds the sellers, when it was read, and where the next look goes on. */
import { sql } from 'kysely';
import type { DirectoryRefusal } from '../../domain/sync-trouble.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { DirectoryUser, SellerList } from '../../platform/graph/directory.ts';
import type { GraphFailure } from '../../platform/graph/graph-client.ts';

/** With the timer's five minutes and the jitter, access follows the directory within an hour. */
const readEveryMs = 45 * 60_000;
/** Tenants that were set up together are not read together: each has an offset of its own up to this. */
const jitterMs = 8 * 60_000;

export interface DirectoryStanding {
  readonly list: SellerList;
  /** Undefined when everybody has to be read. */
  readonly deltaLink: string | undefined;
  readonly triedAt: Date | undefined;
}

/** Undefined where nobody has named a list. */
export async function loadDirectoryStanding(tx: TenantTransaction): Promise<DirectoryStanding | undefined> {
  const tenant = await tx
    .selectFrom('tenant')
    .select(['seller_group_id', 'administrative_unit_id', 'users_delta_link', 'directory_tried_at'])
    .executeTakeFirst();
  const list = tenant && listOf(tenant.seller_group_id, tenant.administrative_unit_id);
  return list && { list, deltaLink: tenant.users_delta_link ?? undefined, triedAt: tenant.directory_tried_at ?? undefined };
}

function listOf(groupId: string | null, unitId: string | null): SellerList | undefined {
  if (groupId !== null) return { kind: 'group', id: groupId };
  return unitId === null ? undefined : { kind: 'administrative_unit', id: unitId };
}

export function isDirectoryDue({ triedAt }: DirectoryStanding, tenantId: string, nowAt: Date): boolean {
  return triedAt === undefined || nowAt.getTime() - triedAt.getTime() >= readEveryMs + jitterOf(tenantId);
}

/** 0 to the jitter, the same for a tenant at any time: ids are random in their last digits. */
function jitterOf(tenantId: string): number {
  return Math.floor((Number.parseInt(tenantId.slice(-6), 16) / 0x1000000) * jitterMs);
}

/** By person, of those who are there: who manages them, as read before. */
export async function loadKnownManagers(tx: TenantTransaction): Promise<ReadonlyMap<string, DirectoryUser | undefined>> {
  const rows = await tx
    .selectFrom('person as p')
    .leftJoin('person as m', (join) => join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.manager_id'))
    .where('p.left_at', 'is', null)
    .select(['p.person_id', 'm.person_id as manager_id', 'm.display_name', 'm.mail'])
    .execute();
  return new Map(rows.map(({ person_id, manager_id, display_name, mail }) => [person_id, managerOf(manager_id, display_name, mail)]));
}

function managerOf(userId: string | null, name: string | null, mail: string | null): DirectoryUser | undefined {
  return userId === null || name === null || mail === null ? undefined : { userId, name, mail };
}

/** Whoever begins later is the one whose answer counts. */
export async function beginRead(tx: TenantTransaction, nowAt: Date): Promise<void> {
  await tx.updateTable('tenant').set({ directory_tried_at: nowAt }).execute();
}

/** After a read to the end; false, and nothing is written, when somebody began after `triedAt`. */
export async function endRead(tx: TenantTransaction, triedAt: Date, deltaLink: string): Promise<boolean> {
  const { rows } = await sql`
    update tenant set directory_read_at = ${triedAt}, users_delta_link = ${deltaLink}, directory_refused_since = null, directory_refusal = null
    where directory_tried_at = ${triedAt}
    returning tenant_id`.execute(tx);
  return rows.length > 0;
}

/** Undefined when waiting may help. */
export function refusalOf({ kind }: GraphFailure): DirectoryRefusal | undefined {
  switch (kind) {
    case 'unavailable':
    case 'sync_state_lost':
      return undefined;
    case 'access_refused':
    case 'out_of_scope':
      return 'access_refused';
    case 'not_found':
    case 'no_mailbox':
      return 'not_found';
    case 'conflict':
    case 'unreadable':
      return 'unreadable';
  }
}

/** Everybody stays as they were. Whether it is news: the first refusal of its kind since a read that got through. */
export async function noteDirectoryRefusal(tx: TenantTransaction, refusal: DirectoryRefusal, nowAt: Date): Promise<boolean> {
  const { rows } = await sql<{ is_news: boolean }>`
    update tenant t set directory_refusal = ${refusal}, directory_refused_since = coalesce(t.directory_refused_since, ${nowAt})
    from (select tenant_id, directory_refusal from tenant for update) before
    where t.tenant_id = before.tenant_id
    returning before.directory_refusal is distinct from ${refusal} as is_news`.execute(tx);
  return rows[0]?.is_news ?? false;
}
