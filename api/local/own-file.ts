/** A file that somebody names on the command line: where it is, and why it cannot be read. */
import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Sentence } from './start-settings.ts';

/** npm runs its commands in the project's folder, and says in INIT_CWD where the person was. */
export function placeOf(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Undefined when it can be read. */
export async function whyUnreadable(path: string, option: 'calendar' | 'accounts', maxBytes = Infinity): Promise<Sentence | undefined> {
  const found = await stat(placeOf(path)).catch(() => undefined);
  if (found === undefined) return { sentence: `${path}: there is no such file: correct --${option}.` };
  if (!found.isFile()) return { sentence: `${path} is no file: name the file itself with --${option}.` };
  const isReadable = await access(placeOf(path), constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isReadable) return { sentence: `${path} may not be read by this user: change its permissions, or correct --${option}.` };
  if (found.size <= maxBytes) return undefined;
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);
  return {
    sentence: `${path}, line 1: the file has ${megabytes(found.size)} MB, and ${megabytes(maxBytes)} MB is the most: export a shorter time.`,
  };
}
