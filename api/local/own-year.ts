/** Plays somebody's own year through the front door: the tenant is set up, accounts of a file come in, and the calendar is read by the pipeline. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callAsAdmin, type YearOptions } from './demo-year.ts';
import type { OwnAccounts } from './own-accounts.ts';
import type { OwnCalendar } from './own-calendar.ts';
import type { OwnProposals } from './own-proposals.ts';

export interface OwnYearOptions extends YearOptions {
  readonly own: OwnCalendar;
  readonly proposals: OwnProposals;
  readonly workbenchUrl: string;
  /** Where the proposed accounts are written; nothing leaves it. */
  readonly dataFolder: string;
}

const proposalFileName = 'proposed-accounts.csv';

/**
 * Idempotent. The owner enrols today, so that the whole year is history: nobody is asked about it meeting by meeting. Accounts of a file come in at each
 * start, since it may have been edited; proposed ones never by themselves.
 */
export async function readOwnYear(options: OwnYearOptions): Promise<void> {
  const { own, say } = options;
  const admin = callAsAdmin(options);
  const { sellerGroupId, timeZone, currency } = own.tenant;
  const { tenantName } = await admin('me');
  if (tenantName === null) await admin('set-up-tenant', { request: { sellerGroupId, timeZone, currency } });
  if (own.accounts !== undefined) await importFile(options, own.accounts);
  await options.requestReads();
  await options.waitUntilRead();
  await options.gatherStatistics();
  say('Your calendar is read.');
  if (own.accounts === undefined) await sayProposals(options);
}

async function importFile(options: OwnYearOptions, { fileName, bytes }: OwnAccounts): Promise<void> {
  const { added, changed, unchanged } = await callAsAdmin(options)('import-accounts', {
    request: { fileName, contentBase64: bytes.toString('base64'), rates: {} },
  });
  options.say(`Accounts of ${fileName}: ${added} added, ${changed} changed, ${unchanged} as before.`);
}

/** The file is for those who would rather correct names and add revenue before anything comes in. */
async function sayProposals({ own, proposals, workbenchUrl, dataFolder, say }: OwnYearOptions): Promise<void> {
  if (own.proposed.length === 0) {
    say(
      'No accounts can be proposed: nobody of another company is in these meetings. Import accounts in Settings, or start with --accounts.',
    );
    return;
  }
  const { proposals: waiting } = await proposals.waiting();
  if (waiting.length === 0) return;
  const path = join(dataFolder, proposalFileName);
  await writeFile(path, own.tenant.accountsCsv);
  say(
    `${waiting.length} ${waiting.length === 1 ? 'company is proposed as an account' : 'companies are proposed as accounts'}, and nothing comes in before you say so: choose at ${workbenchUrl} ("Your own calendar"). To correct names and add revenue first, edit ${path} and start again with --accounts ${path}.`,
  );
}
