/** The accounts as the admin who puts them right sees them: names, ids, domains, owners. */
import { sql } from 'kysely';
import type { listAccounts as route } from '../../contract/accounts.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

/** Accounts in one answer. */
const maxAccounts = 100;

export const listAccounts: Handler<typeof route> = ({ request: { search }, transaction }) =>
  transaction(async (tx) => {
    const { rows } = await sql<ListedRow>`
      select a.account_id, a.external_id, a.name, p.display_name as owner_name, a.merged_into_id, target.name as merged_into_name,
        array(
          select d.domain from account_domain d where d.tenant_id = a.tenant_id and d.account_id = a.account_id order by d.domain
        ) as domains,
        count(*) over () as total
      from account a
      left join person p on p.tenant_id = a.tenant_id and p.person_id = a.owner_id
      left join account target on target.tenant_id = a.tenant_id and target.account_id = a.merged_into_id
      where position(lower(${search}) in lower(a.name)) > 0 or position(lower(${search}) in lower(a.external_id)) > 0 or exists (
        select from account_domain d
        where d.tenant_id = a.tenant_id and d.account_id = a.account_id and position(lower(${search}) in d.domain) > 0
      )
      order by a.name, a.account_id
      limit ${maxAccounts}`.execute(tx);
    return ok({ total: rows[0]?.total ?? 0, accounts: rows.map(listed) });
  });

interface ListedRow {
  readonly account_id: string;
  readonly external_id: string;
  readonly name: string;
  readonly owner_name: string | null;
  readonly merged_into_id: string | null;
  readonly merged_into_name: string | null;
  readonly domains: readonly string[];
  readonly total: number;
}

function listed(row: ListedRow) {
  const { merged_into_id: accountId, merged_into_name: name } = row;
  return {
    accountId: row.account_id,
    externalId: row.external_id,
    name: row.name,
    domains: [...row.domains],
    ownerName: row.owner_name,
    mergedInto: accountId === null || name === null ? null : { accountId, name },
  };
}
