/** One line of JSON per happening, ids and numbers only: never a subject, a name, an address or a token. */

/** Values are ids, counts, codes and durations; free text from outside does not belong here. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
}

/** `write` takes one finished line without a line break. */
export function jsonLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void =>
      write(JSON.stringify({ level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** What may be logged of a thrown thing: its class and its code. A message may quote what somebody typed. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return { error: error.name, code: typeof code === 'string' ? code : undefined, stack: frames(error) };
}

const maxFrames = 6;

function frames(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines
    .slice(0, maxFrames)
    .map((line) => line.trim())
    .join(' | ');
}
