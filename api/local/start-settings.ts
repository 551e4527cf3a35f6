/** Where the data of this machine's Firsthand stands and on which port it answers: what its commands share. */
import { fileURLToPath } from 'node:url';
import { ok, refused, type Result } from '../domain/result.ts';

export type Sentence = { readonly sentence: string };

/** Raised when an older Firsthand could no longer read the folder. */
export const dataVersion = 1;
export const dataFolder = process.env['FIRSTHAND_DATA'] ?? fileURLToPath(new URL('../../.data', import.meta.url));

/**
 * One's own calendar lives apart from the demo tenant, so that both can be used one after the other. Beside `.data` and not in it: a folder is
 * emptied and held as a whole.
 */
export const ownDataFolder = `${dataFolder}-calendar`;

const defaultPort = 4280;

/** Of the setting PORT; the next number is used too. */
export function readPort(text: string | undefined): Result<number, Sentence> {
  if (text === undefined) return ok(defaultPort);
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1_024 && port <= 65_534) return ok(port);
  return refused({ sentence: 'PORT must be a whole number from 1024 to 65534: the next number is used too.' });
}
