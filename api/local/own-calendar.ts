/** Somebody's own exported calendar, made ready: read, checked, and turned into a tenant of its own. Starts nothing and stores nothing. */
import { readFile } from 'node:fs/promises';
import { ok, refused, type Result } from '../domain/result.ts';
import { type IcsCalendar, readIcsCalendar } from './microsoft/ics-calendar.ts';
import { maxIcsBytes } from './microsoft/ics-lines.ts';
import { buildOwnTenant } from './microsoft/own-tenant.ts';
import type { LocalTenant } from './microsoft/tenant.ts';
import { type OwnAccounts, readOwnAccounts } from './own-accounts.ts';
import { placeOf, whyUnreadable } from './own-file.ts';
import { companyDomain, type Owner, proposalCsv, type ProposedAccount, proposeAccounts } from './proposed-accounts.ts';
import type { OwnCalendarFiles } from './start-command.ts';
import type { Sentence } from './start-settings.ts';

export interface OwnCalendar {
  readonly tenant: LocalTenant;
  readonly owner: Owner;
  /** Undefined when accounts are proposed. */
  readonly accounts: OwnAccounts | undefined;
  readonly proposed: readonly ProposedAccount[];
  /** What is worth saying before it is served, one line each. */
  readonly remarks: readonly string[];
}

/** More than the product reads, in both directions, so that the workbench's clock can be moved. */
const daysBack = 430;
const daysAhead = 180;
const millisecondsPerDay = 86_400_000;
/** Of the processor: a busy machine reads what an idle one reads. Ten thousand events take one second. */
const maxReadingCpuMs = 10_000;
/** More remarks than this help nobody: the rest is counted. */
const maxRemarks = 10;
const currencyWithoutAccounts = 'EUR';

export async function prepareOwnCalendar(files: OwnCalendarFiles, nowAt: Date): Promise<Result<OwnCalendar, Sentence>> {
  const unreadable = await whyUnreadable(files.calendarFile, 'calendar', maxIcsBytes);
  if (unreadable !== undefined) return refused(unreadable);
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const window = { fromMs: nowAt.getTime() - daysBack * millisecondsPerDay, toMs: nowAt.getTime() + daysAhead * millisecondsPerDay };
  const bytes = await readFile(placeOf(files.calendarFile));
  const read = readIcsCalendar({ bytes, timeZone: machineZone, window, isLate: cpuTimer(maxReadingCpuMs) });
  if (!read.ok) return refused({ sentence: `${files.calendarFile}, line ${read.fault.line}: ${read.fault.because}.` });
  const stranger = whyStranger(read.value, files);
  if (stranger !== undefined) return refused(stranger);
  const accounts = files.accountsFile === undefined ? ok(undefined) : await readOwnAccounts(files.accountsFile, files.mail);
  if (!accounts.ok) return accounts;
  return ok(ownCalendarOf(read.value, { files, accounts: accounts.value, machineZone }));
}

/** A question that is true once this process has worked so long from now on. */
function cpuTimer(maxMs: number): () => boolean {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return user + system > maxMs * microsecondsPerMillisecond;
  };
}

const microsecondsPerMillisecond = 1_000;

interface Parts {
  readonly files: OwnCalendarFiles;
  readonly accounts: OwnAccounts | undefined;
  readonly machineZone: string;
}

function ownCalendarOf(calendar: IcsCalendar, { files, accounts, machineZone }: Parts): OwnCalendar {
  const { mail } = files;
  const owner: Owner = { mail, domain: companyDomain(mail), currency: accounts?.currency ?? currencyWithoutAccounts };
  const proposed = proposeAccounts(calendar.meetings, owner);
  const name = calendar.people.get(mail)?.name ?? mail.slice(0, mail.indexOf('@'));
  return {
    tenant: buildOwnTenant({
      ...owner,
      calendar,
      name,
      timeZone: calendar.timeZone ?? machineZone,
      accountsCsv: proposalCsv(proposed, owner),
    }),
    owner,
    accounts,
    proposed,
    remarks: remarksOf(calendar, files.calendarFile),
  };
}

/** A calendar without any people is anybody's; one with people has its owner among them, or names them as Google does. */
function whyStranger({ people, name }: IcsCalendar, { calendarFile, mail }: OwnCalendarFiles): Sentence | undefined {
  if (people.size === 0 || people.has(mail) || name?.toLowerCase() === mail) return undefined;
  const [most] = [...people].sort(([, a], [, b]) => b.events - a.events);
  const hint = most === undefined ? '' : ` (the most frequent one is ${most[0]})`;
  return { sentence: `${calendarFile}, line 1: nobody in this calendar has the address --me ${mail}: correct it${hint}.` };
}

function remarksOf({ meetings, events, notices, people }: IcsCalendar, file: string): readonly string[] {
  const left = notices.slice(0, maxRemarks).map(({ line, because }) => `${file}, line ${line}: ${because}.`);
  return [
    `${file} is read: ${events} events, of which ${meetings.length} meetings are within the last ${daysBack} and the next ${daysAhead} days.`,
    'It stays on this machine: nothing of it is sent anywhere, and bodies and attachments are not even read.',
    ...left,
    ...(notices.length > maxRemarks ? [`${notices.length - maxRemarks} more such lines are not shown.`] : []),
    ...(people.size === 0
      ? ['No event of this calendar names its people, so that no meeting with a customer can be told from another.']
      : []),
  ];
}
