/** Plays somebody's own year through the front door: the tenant is set up, its accounts come in, and the calendar is read by the pipeline. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callAsAdmin, type YearOptions } from './demo-year.ts';
import type { OwnCalendar } from './own-calendar.ts';

export interface OwnYearOptions extends YearOptions {
  readonly own: OwnCalendar;
  /** Where the proposed accounts are written; nothing leaves it. */
  readonly dataFolder: string;
}

const proposalFileName = 'proposed-accounts.csv';

/**
 * Idempotent. The owner enrols today, so that the whole year is history: nobody is asked about it meeting by meeting. Accounts of a file come in at each
 * start, since it may have been edited; a proposal only when there are none, since a person may have changed them since.
 */
export async function readOwnYear(options: OwnYearOptions): Promise<void> {
  const { own, say } = options;
  const admin = callAsAdmin(options);
  const { sellerGroupId, timeZone, currency } = own.tenant;
  const { tenantName } = await admin('me');
  if (tenantName === null) await admin('set-up-tenant', { request: { sellerGroupId, timeZone, currency } });
  if (own.accounts !== undefined) await importFile(options, own.accounts);
  else if ((await admin('status')).accounts === 0) await importProposal(options);
  await options.requestReads();
  await options.waitUntilRead();
  await options.gatherStatistics();
  say('Your calendar is read.');
}

interface File {
  readonly fileName: string;
  readonly bytes: Buffer;
}

async function importFile(options: OwnYearOptions, { fileName, bytes }: File): Promise<void> {
  const { added, changed, unchanged } = await callAsAdmin(options)('import-accounts', {
    request: { fileName, contentBase64: bytes.toString('base64'), rates: {} },
  });
  options.say(`Accounts of ${fileName}: ${added} added, ${changed} changed, ${unchanged} as before.`);
}

async function importProposal(options: OwnYearOptions): Promise<void> {
  const { own, dataFolder, say } = options;
  if (own.proposed.length === 0) {
    say(
      'No accounts can be proposed: nobody of another company is in these meetings. Import accounts in Settings, or start with --accounts.',
    );
    return;
  }
  const path = join(dataFolder, proposalFileName);
  await writeFile(path, own.tenant.accountsCsv);
  await importFile(options, { fileName: proposalFileName, bytes: Buffer.from(own.tenant.accountsCsv) });
  say(
    `They are proposals from the domains of your meetings, without revenue. Look through them: Settings (as Your administrator) can take them all back; to correct them, edit ${path} and start again with --accounts ${path}.`,
  );
}
