/** The accounts file that somebody passes along with their calendar, checked by the product's own parser before anything is started. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { en } from '../contract/text/en.ts';
import { ok, refused, type Result } from '../domain/result.ts';
import { readAccountFile } from '../features/accounts/account-file/read-account-file.ts';
import { placeOf, whyUnreadable } from './own-file.ts';
import type { Sentence } from './start-settings.ts';

export interface OwnAccounts {
  /** Without its folder. */
  readonly fileName: string;
  readonly bytes: Buffer;
  /** ISO 4217, of every row. */
  readonly currency: string;
}

/** `mail`: of the only seller, who alone can own an account here. */
export async function readOwnAccounts(path: string, mail: string): Promise<Result<OwnAccounts, Sentence>> {
  const unreadable = await whyUnreadable(path, 'accounts');
  if (unreadable !== undefined) return refused(unreadable);
  const bytes = await readFile(placeOf(path));
  const file = await readAccountFile(bytes);
  if (!file.ok) return refused({ sentence: fileSentence(path, file.failure) });
  const [fault] = file.value.faults;
  if (fault !== undefined) {
    const words = filled(en[`rowFault.${fault.fault}`], fault);
    return refused({ sentence: oneSentence(`${path}, line ${fault.line}, ${fault.field}: ${words}`) });
  }
  const { rows } = file.value;
  const stranger = rows.find(({ ownerMail }) => ownerMail !== undefined && ownerMail !== mail);
  if (stranger !== undefined) {
    return refused({
      sentence: `${path}, line ${stranger.line}, owner: ${stranger.ownerMail ?? ''} is not --me ${mail}: leave the cell empty or write that address.`,
    });
  }
  const currency = rows[0]?.currency ?? 'EUR';
  const other = rows.find((row) => row.currency !== currency);
  if (other !== undefined) {
    return refused({
      sentence: `${path}, line ${other.line}, currency: ${other.currency} stands below ${currency}: write all amounts in one currency here, or start without --accounts and import the file in Settings, which asks for the rates.`,
    });
  }
  return ok({ fileName: basename(path), bytes, currency });
}

function fileSentence(path: string, fault: Parameters<typeof lineOf>[0]): string {
  const { kind } = fault;
  if (kind === 'file_too_large') return `${path}: the file is larger than ${fault.maxBytes / 1_000_000} MB.`;
  if (kind === 'too_many_rows') return `${path}: the file has more than ${fault.maxRows} accounts.`;
  return oneSentence(`${path}, line ${lineOf(fault)}: ${filled(en[`fileFault.${kind}`], fault)}`);
}

type FileFault = Extract<Awaited<ReturnType<typeof readAccountFile>>, { readonly ok: false }>['failure'];

function lineOf(fault: FileFault): number {
  return 'line' in fault ? fault.line : 1;
}

/** Puts a fault's own details into the sentence of the catalogue. */
function filled(sentence: string, details: object): string {
  return Object.entries(details).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), sentence);
}

/** A message here is one line and one sentence. */
function oneSentence(text: string): string {
  return text.replaceAll(/\. (?=\S)/g, ': ');
}
