/** What was typed behind `npm start --` and what the environment sets, checked. */
import { parseArgs } from 'node:util';
import { normaliseMail } from '../domain/account-match.ts';
import { ok, refused, type Result } from '../domain/result.ts';
import { readPort, type Sentence } from './start-settings.ts';

export interface OwnCalendarFiles {
  /** As typed. */
  readonly calendarFile: string;
  readonly accountsFile: string | undefined;
  /** Of the calendar's owner, lower case. */
  readonly mail: string;
}

export interface Command {
  readonly isReset: boolean;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  /** Undefined for the demo tenant. */
  readonly own: OwnCalendarFiles | undefined;
}

const usage = 'npm start, or npm start -- --reset, or npm start -- --calendar FILE.ics --accounts FILE.csv --me MAIL';

export function readCommand(): Result<Command, Sentence> {
  const port = readPort(process.env['PORT']);
  if (!port.ok) return port;
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    return refused({ sentence: 'DATABASE_URL must start with postgres://: correct it, or remove it to use the built-in database.' });
  }
  const typed = readArguments();
  if (!typed.ok) return typed;
  const own = readOwn(typed.value);
  return own.ok ? ok({ isReset: typed.value.reset, port: port.value, databaseUrl, own: own.value }) : own;
}

interface Typed {
  readonly reset: boolean;
  readonly calendar?: string | undefined;
  readonly accounts?: string | undefined;
  readonly me?: string | undefined;
}

function readArguments(): Result<Typed, Sentence> {
  const file = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false }, calendar: file, accounts: file, me: file } });
    return ok(values);
  } catch (error) {
    return refused({ sentence: `${error instanceof Error ? error.message.split('.')[0] : 'Wrong arguments'}: use ${usage}.` });
  }
}

function readOwn({ calendar, accounts, me }: Typed): Result<OwnCalendarFiles | undefined, Sentence> {
  if (calendar === undefined) {
    const needless = accounts === undefined ? me && '--me' : '--accounts';
    return needless ? refused({ sentence: `${needless} goes with --calendar: use ${usage}.` }) : ok(undefined);
  }
  const mail = me?.trim().toLowerCase();
  if (mail === undefined || normaliseMail(mail) === undefined) {
    return refused({ sentence: '--me must be the mail address of the calendar’s owner, such as --me dana@contoso.example.' });
  }
  return ok({ calendarFile: calendar, accountsFile: accounts, mail });
}
