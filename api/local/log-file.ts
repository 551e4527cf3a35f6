/** The log of one run on this machine, in the data folder; the previous run's stays beside it, older ones do not. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

interface LogFile {
  /** Takes one line without its line break. */
  readonly write: (line: string) => void;
  /** Resolves when every line is in the file. */
  readonly close: () => Promise<void>;
}

export const logFileName = 'firsthand.log';
export const previousLogFileName = 'firsthand.previous.log';

/** `folder` exists. A log that cannot be written (a full disk) is given up in silence: it must not end what it tells of. */
export async function openLogFile(folder: string): Promise<LogFile> {
  const file = join(folder, logFileName);
  // There is none at the first start.
  await rename(file, join(folder, previousLogFileName)).catch(() => undefined);
  const stream = createWriteStream(file, { flags: 'w' });
  stream.on('error', () => undefined);
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => (stream.closed ? resolve() : stream.once('close', resolve).end())),
  };
}
