/** The accounts proposed from somebody's own calendar: which still wait for a person's choice, and how the chosen ones come in, by the product's own import. */
import { matchAccount } from '../domain/account-match.ts';
import { ok, refused, type Result } from '../domain/result.ts';
import { loadAccountDomains } from '../features/meetings/load-account-domains.ts';
import type { Database } from '../platform/db/database.ts';
import { callAsAdmin, type YearOptions } from './demo-year.ts';
import type { OwnCalendar } from './own-calendar.ts';
import { proposalCsv, type ProposedAccount } from './proposed-accounts.ts';

export interface WaitingProposals {
  /** False for a moment after the start, until the tenant is set up: then nothing can be brought in yet. */
  readonly isReady: boolean;
  /** Whether any account is there already: somebody has chosen before. */
  readonly hasAccounts: boolean;
  /** Those that no account has yet; most meetings first. Empty when the accounts came from a file. */
  readonly proposals: readonly ProposedAccount[];
}

export type ProposalRefusal =
  { readonly kind: 'not_ready' } | { readonly kind: 'nothing_chosen' } | { readonly kind: 'not_proposed'; readonly domain: string };

export interface OwnProposals {
  readonly waiting: () => Promise<WaitingProposals>;
  /** Resolves when the calendar is read again with them. Idempotent: a domain that an account has by now is passed over. Throws when the import refuses. */
  readonly bringIn: (domains: readonly string[]) => Promise<Result<{ readonly added: number }, ProposalRefusal>>;
}

export interface OwnProposalsOptions extends YearOptions {
  readonly own: OwnCalendar;
  readonly database: Pick<Database, 'withTenant'>;
}

const chosenFileName = 'chosen-accounts.csv';

export function ownProposals(options: OwnProposalsOptions): OwnProposals {
  const { own } = options;
  return {
    waiting: () => loadWaiting(options),
    async bringIn(domains) {
      if (domains.length === 0) return refused({ kind: 'nothing_chosen' });
      const stranger = domains.find((domain) => !own.proposed.some((proposal) => proposal.domain === domain));
      if (stranger !== undefined) return refused({ kind: 'not_proposed', domain: stranger });
      const { isReady, proposals } = await loadWaiting(options);
      if (!isReady) return refused({ kind: 'not_ready' });
      const chosen = proposals.filter(({ domain }) => domains.includes(domain));
      if (chosen.length > 0) await importAndRead(chosen, options);
      return ok({ added: chosen.length });
    },
  };
}

async function loadWaiting({ own, database, microsoft }: OwnProposalsOptions): Promise<WaitingProposals> {
  const known = await database.withTenant(microsoft.tenant.tenantId, async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('tenant_id').executeTakeFirst();
    return tenant && (await loadAccountDomains(tx, []));
  });
  if (known === undefined) return { isReady: false, hasAccounts: false, proposals: [] };
  const isUnknown = ({ domain }: ProposedAccount): boolean => {
    const match = matchAccount(`somebody@${domain}`, known);
    return match.kind === 'none' && match.because === 'unknown_domain';
  };
  return {
    isReady: true,
    hasAccounts: known.accountIdsByDomain.size > 0,
    proposals: own.accounts === undefined ? own.proposed.filter(isUnknown) : [],
  };
}

async function importAndRead(chosen: readonly ProposedAccount[], options: OwnProposalsOptions): Promise<void> {
  const { own, say } = options;
  const contentBase64 = Buffer.from(proposalCsv(chosen, own.owner)).toString('base64');
  await callAsAdmin(options)('import-accounts', { request: { fileName: chosenFileName, contentBase64, rates: {} } });
  say(`${chosen.length} ${chosen.length === 1 ? 'account is' : 'accounts are'} brought in: the calendar is read again.`);
  await options.requestReads();
  await options.waitUntilRead();
  await options.gatherStatistics();
  say('Your calendar is read again.');
}
