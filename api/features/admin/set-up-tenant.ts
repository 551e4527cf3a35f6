/** An admin names the sellers' group: people, reporting lines and our own domains are read from the directory and stored. */
import type { setUpTenant as route } from '../../contract/admin.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type Organization, readOrganization } from '../../platform/graph/directory.ts';
import type { GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Handler, Refusal } from '../../platform/trigger/handler.ts';
import { refreshInBatches } from '../health/refresh-in-batches.ts';
import { readPeople, storePeople } from './read-directory.ts';

export const setUpTenant: Handler<typeof route> = async ({ caller, request, transaction, graph, nowAt }) => {
  const organization = await readOrganization(graph());
  if (!organization.ok) return directoryRefusal(organization.failure);
  const people = await readPeople(graph(), request.sellerGroupId);
  if (!people.ok) return directoryRefusal(people.failure);
  return transaction(async (tx) => {
    await storeTenant(tx, { tenantId: caller.tenantId, ...request, organization: organization.value, nowAt });
    await storePeople(tx, people.value, { tenantId: caller.tenantId, nowAt });
    // Another business date, or owners who have come or gone, are other facts of every account.
    const accounts = await tx.selectFrom('account').select('account_id').execute();
    await refreshInBatches(
      tx,
      accounts.map(({ account_id }) => account_id),
      { tenantId: caller.tenantId, nowAt },
    );
    return ok({ sellers: people.value.sellers.length, managers: people.value.managers.length });
  });
};

interface TenantValues {
  readonly tenantId: string;
  readonly sellerGroupId: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly organization: Organization;
  readonly nowAt: Date;
}

async function storeTenant(tx: TenantTransaction, values: TenantValues): Promise<void> {
  const settings = {
    display_name: values.organization.name,
    time_zone: values.timeZone,
    currency: values.currency,
    own_domains: [...values.organization.domains],
    seller_group_id: values.sellerGroupId,
  };
  await tx
    .insertInto('tenant')
    .values({ tenant_id: values.tenantId, ...settings, set_up_at: values.nowAt })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(settings))
    .execute();
}

function directoryRefusal(failure: GraphFailure): Result<never, Refusal> {
  return refused(failure.kind === 'not_found' ? { kind: 'not_found' } : { kind: 'calendar_not_reachable', because: failure.kind });
}
