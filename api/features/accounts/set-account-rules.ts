/** An admin sets the cadence of each tier and the partners' domains; every account follows at once, a shorter cadence after its notice. */
import type { setAccountRules as route } from '../../contract/admin.ts';
import { registrableDomain } from '../../domain/account-match.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { rankAccounts } from './rank-accounts.ts';
import { refreshAfterAccounts } from './refresh-after-accounts.ts';
import { rehomeContacts } from './rehome-contacts.ts';

export const setAccountRules: Handler<typeof route> = ({ caller, request: { cadenceDays, partnerDomains }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('partner_domains').forUpdate().executeTakeFirst();
    if (!tenant) return refused({ kind: 'tenant_not_set_up' });
    const domains = partnerDomains.map((domain) => registrableDomain(domain.trim()));
    const wrong = partnerDomains.find((_, index) => domains[index] === undefined);
    if (wrong !== undefined) return refused({ kind: 'request_invalid', member: 'partnerDomains', value: wrong });
    const partners = [...new Set(domains.flatMap((domain) => domain ?? []))].sort();
    await tx
      .updateTable('tenant')
      .set({ cadence_days_a: cadenceDays.A, cadence_days_b: cadenceDays.B, cadence_days_c: cadenceDays.C, partner_domains: partners })
      .execute();
    const moved = partners.filter((domain) => !tenant.partner_domains.includes(domain));
    const returned = tenant.partner_domains.filter((domain) => !partners.includes(domain));
    const { todayOn } = await businessDay(tx, nowAt);
    const rehomed = await rehomeContacts(tx, { domains: [...moved, ...returned], contactIds: [], accountIds: [] });
    const ranked = await rankAccounts(tx, { todayOn, addedIds: new Set() });
    await refreshAfterAccounts(
      tx,
      { accountIds: [...rehomed, ...ranked], changesMatching: moved.length + returned.length > 0 },
      { tenantId: caller.tenantId, nowAt },
    );
    return ok({ cadenceDays, partnerDomains: partners });
  });
