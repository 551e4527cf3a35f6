/** How accounts are judged and matched, tenant-wide: the cadence of each tier, and the partners' domains. */
import type { accountRules as route } from '../../contract/admin.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const accountRules: Handler<typeof route> = ({ transaction }) =>
  transaction(async (tx) => {
    const row = await tx
      .selectFrom('tenant')
      .select(['cadence_days_a as A', 'cadence_days_b as B', 'cadence_days_c as C', 'partner_domains'])
      .executeTakeFirst();
    if (!row) return refused({ kind: 'tenant_not_set_up' });
    const { partner_domains: partnerDomains, ...cadenceDays } = row;
    return ok({ cadenceDays, partnerDomains });
  });
