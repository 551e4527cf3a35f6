/** What an import would do, without doing it. */
import type * as z from 'zod';
import { type accountFields, maxListed, type previewImport as route } from '../../contract/account-import.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { businessDay } from '../health/refresh-health.ts';
import { planFile, readUpload } from './plan-file.ts';
import type { AccountFieldName, PlannedAccount } from './plan-import.ts';
import { remarksOf } from './row-remarks.ts';

export const previewImport: Handler<typeof route> = async ({ request, transaction, nowAt }) => {
  const file = await readUpload(request);
  if (!file.ok) return file;
  return await transaction(async (tx) => {
    const planned = await planFile(tx, file.value, request);
    if (!planned.ok) return planned;
    const { plan, faults, faultCount, notices, noticeCount, notInFile } = planned.value;
    const { todayOn } = await businessDay(tx, nowAt);
    return ok({
      todayOn,
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged.length,
      refused: faultCount,
      noticed: noticeCount,
      addedAccounts: plan.added.slice(0, maxListed).map(listed),
      changedAccounts: plan.changed.slice(0, maxListed).map((account) => ({ ...listed(account), fields: wireFields(account.changed) })),
      faults: remarksOf(faults),
      notices: remarksOf(notices),
      ignoredColumns: [...file.value.ignoredColumns],
      currenciesWithoutRate: [...plan.currenciesWithoutRate],
      notInFile,
    });
  });
};

function listed({ line, externalId, fields }: PlannedAccount): { line: number; externalId: string; name: string } {
  return { line, externalId, name: fields.name };
}

type WireField = (typeof accountFields)[number];

const wireFieldOf: Readonly<Record<AccountFieldName, WireField>> = {
  name: 'name',
  ownerId: 'owner',
  revenueMinor: 'revenue',
  revenueCurrency: 'revenue',
  ownTenantRevenueMinor: 'revenue',
  tierOverride: 'tier',
  tierOverrideReason: 'tier',
  cadenceOverrideDays: 'cadence_days',
  visitorPolicy: 'visitor_policy',
  parentExternalId: 'parent',
  domains: 'domains',
  keyPartnerMails: 'key_partners',
};

function wireFields(changed: readonly AccountFieldName[]): z.infer<z.ZodEnum<{ [F in WireField]: F }>>[] {
  return [...new Set(changed.map((name) => wireFieldOf[name]))];
}
