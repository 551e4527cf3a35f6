/** An admin names the sellers' group or unit: people, reporting lines and our own domains are read from the directory and stored. */
import type { setUpTenant as route } from '../../contract/admin.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type Organization, readOrganization, type SellerList } from '../../platform/graph/directory.ts';
import type { GraphFailure } from '../../platform/graph/graph-client.ts';
import type { Handler, Refusal } from '../../platform/trigger/handler.ts';
import { readEverybody } from './read-directory.ts';
import { refreshEveryAccount } from './refresh-every-account.ts';
import { storePeople } from './store-people.ts';

export const setUpTenant: Handler<typeof route> = async ({ caller, request, transaction, graph, nowAt }) => {
  const { sellerGroupId, administrativeUnitId = '', timeZone, currency } = request;
  const list: SellerList =
    sellerGroupId === undefined ? { kind: 'administrative_unit', id: administrativeUnitId } : { kind: 'group', id: sellerGroupId };
  const organization = await readOrganization(graph());
  if (!organization.ok) return directoryRefusal(organization.failure);
  const read = await readEverybody(graph(), list);
  if (!read.ok) return directoryRefusal(read.failure);
  const { people, link } = read.value;
  return transaction(async (tx) => {
    await storeTenant(tx, { tenantId: caller.tenantId, list, timeZone, currency, organization: organization.value, link, nowAt });
    await storePeople(tx, people, { tenantId: caller.tenantId, nowAt });
    // Another business date, or owners who have come or gone, are other facts of every account.
    await refreshEveryAccount(tx, { tenantId: caller.tenantId, nowAt });
    return ok({ sellers: people.sellers.length, managers: people.managers.length });
  });
};

interface TenantValues {
  readonly tenantId: string;
  readonly list: SellerList;
  readonly timeZone: string;
  readonly currency: string;
  readonly organization: Organization;
  /** Where the next look at the directory goes on. */
  readonly link: string;
  readonly nowAt: Date;
}

async function storeTenant(tx: TenantTransaction, { tenantId, list, organization, nowAt, ...values }: TenantValues): Promise<void> {
  const settings = {
    display_name: organization.name,
    time_zone: values.timeZone,
    currency: values.currency,
    own_domains: [...organization.domains],
    seller_group_id: list.kind === 'group' ? list.id : null,
    administrative_unit_id: list.kind === 'administrative_unit' ? list.id : null,
    directory_read_at: nowAt,
    directory_tried_at: nowAt,
    users_delta_link: values.link,
    directory_refused_since: null,
    directory_refusal: null,
  };
  await tx
    .insertInto('tenant')
    .values({ tenant_id: tenantId, ...settings, set_up_at: nowAt })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(settings))
    .execute();
}

function directoryRefusal(failure: GraphFailure): Result<never, Refusal> {
  return refused(failure.kind === 'not_found' ? { kind: 'not_found' } : { kind: 'calendar_not_reachable', because: failure.kind });
}
