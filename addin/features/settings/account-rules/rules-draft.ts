/** The account rules as an admin types them, and back. Pure; whether a domain is one, the server says. */
import type { AccountRules } from '../../../../api/contract/admin.ts';
import { cadencePolicy, type Tier, tiers } from '../../../../api/contract/vocabulary.ts';

export interface RulesDraft {
  readonly cadenceDays: Readonly<Record<Tier, string>>;
  /** One per line; spaces, commas and semicolons separate too. */
  readonly partnerDomains: string;
}

export type DraftReading =
  | { readonly kind: 'rules'; readonly rules: AccountRules }
  /** The tiers whose days are none from 1 to 365. */
  | { readonly kind: 'wrong'; readonly tiers: readonly Tier[] };

export function draftOf({ cadenceDays: { A, B, C }, partnerDomains }: AccountRules): RulesDraft {
  return { cadenceDays: { A: String(A), B: String(B), C: String(C) }, partnerDomains: partnerDomains.join('\n') };
}

export function readDraft({ cadenceDays, partnerDomains }: RulesDraft): DraftReading {
  const days = { A: daysOf(cadenceDays.A), B: daysOf(cadenceDays.B), C: daysOf(cadenceDays.C) };
  const wrong = tiers.filter((tier) => days[tier] === undefined);
  const { A, B, C } = days;
  if (A === undefined || B === undefined || C === undefined) return { kind: 'wrong', tiers: wrong };
  return { kind: 'rules', rules: { cadenceDays: { A, B, C }, partnerDomains: domainsOf(partnerDomains) } };
}

/** Tiers for which the draft has fewer days than the rules that hold. */
export function shortenedTiers(draft: RulesDraft, { cadenceDays }: AccountRules): readonly Tier[] {
  return tiers.filter((tier) => {
    const days = daysOf(draft.cadenceDays[tier]);
    return days !== undefined && days < cadenceDays[tier];
  });
}

/** Undefined unless a whole number within the policy. */
function daysOf(text: string): number | undefined {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return days >= cadencePolicy.minDays && days <= cadencePolicy.maxDays ? days : undefined;
}

/** Lower case, each once. */
function domainsOf(text: string): string[] {
  const domains = text.toLowerCase().split(/[\s,;]+/);
  return [...new Set(domains.filter((domain) => domain !== ''))];
}
