/**
 * Reads and fills the messages of the catalogues: the part of ICU MessageFormat that they use, which is `{name}`, `{count, number}`, `plural`
 * with `=0` and `#`, and `select`. No quoting, dates or skeletons: a test holds every message against the full library.
 */

export type MessageValues = Readonly<Record<string, string | number>>;

/** Throws a RangeError when a value that the message needs is missing. */
export type Message = (values: MessageValues) => string;

type Part = string | Message;

/** Reads messages of one language. Throws a SyntaxError at one that cannot be read, or that needs more than this knows. */
export function messageReader(locale: string): (source: string) => Message {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return (source) => {
    const cursor: Cursor = { source, at: 0 };
    const message = inOrder(readParts(cursor, { numbers, plurals }, undefined));
    if (!isAtEnd(cursor)) fail(cursor);
    return message;
  };
}

interface Language {
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
}

/** `counted` is the argument whose number `#` stands for. Stops before the brace that closes the surrounding option. */
function readParts(cursor: Cursor, language: Language, counted: string | undefined): readonly Part[] {
  const parts: Part[] = [];
  while (!isAtEnd(cursor) && next(cursor) !== '}') {
    if (next(cursor) === '{') parts.push(readArgument(cursor, language));
    else if (next(cursor) === '#' && counted !== undefined) {
      take(cursor, '#');
      parts.push((values) => language.numbers.format(numberIn(values, counted)));
    } else parts.push(takeText(cursor, counted === undefined ? /[^{}]+/y : /[^{}#]+/y));
  }
  return parts;
}

function readArgument(cursor: Cursor, language: Language): Message {
  take(cursor, '{');
  const name = takeWord(cursor);
  if (next(cursor) === '}') {
    take(cursor, '}');
    return (values) => String(valueIn(values, name));
  }
  take(cursor, ',');
  const message = readFormat(cursor, language, name);
  take(cursor, '}');
  return message;
}

function readFormat(cursor: Cursor, language: Language, name: string): Message {
  switch (takeWord(cursor)) {
    case 'number':
      return (values) => language.numbers.format(numberIn(values, name));
    case 'plural': {
      take(cursor, ',');
      const options = readOptions(cursor, language, name);
      return (values) => {
        const count = numberIn(values, name);
        return chosen(options, `=${count}`, language.plurals.select(count))(values);
      };
    }
    case 'select': {
      take(cursor, ',');
      const options = readOptions(cursor, language, undefined);
      return (values) => chosen(options, String(valueIn(values, name)))(values);
    }
    default:
      return fail(cursor);
  }
}

/** `one {…} other {…}`; the last resort `other` has to be there. */
function readOptions(cursor: Cursor, language: Language, counted: string | undefined): ReadonlyMap<string, Message> {
  const options = new Map<string, Message>();
  while (next(cursor) !== '}') {
    const selector = takeWord(cursor);
    take(cursor, '{');
    options.set(selector, inOrder(readParts(cursor, language, counted)));
    take(cursor, '}');
    skipSpace(cursor);
  }
  return options.has('other') ? options : fail(cursor);
}

function chosen(options: ReadonlyMap<string, Message>, ...selectors: readonly string[]): Message {
  const selector = selectors.find((candidate) => options.has(candidate)) ?? 'other';
  // readOptions has made sure that `other` is there.
  return options.get(selector) ?? (() => '');
}

function inOrder(parts: readonly Part[]): Message {
  return (values) => parts.map((part) => (typeof part === 'string' ? part : part(values))).join('');
}

function valueIn(values: MessageValues, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new RangeError(`the message lacks a value for ${name}`);
  return value;
}

function numberIn(values: MessageValues, name: string): number {
  return Number(valueIn(values, name));
}

/** A place in a message; `at` counts characters. */
interface Cursor {
  readonly source: string;
  at: number;
}

function isAtEnd({ source, at }: Cursor): boolean {
  return at >= source.length;
}

/** The character at this place; undefined at the end. */
function next({ source, at }: Cursor): string | undefined {
  return source[at];
}

function take(cursor: Cursor, character: string): void {
  if (next(cursor) !== character) fail(cursor);
  cursor.at += 1;
}

/** A name, type or selector (`=0`, `one`), with the space around it left out. */
function takeWord(cursor: Cursor): string {
  skipSpace(cursor);
  const word = takeText(cursor, /[\w=]+/y);
  skipSpace(cursor);
  return word;
}

function skipSpace(cursor: Cursor): void {
  while (next(cursor) === ' ') cursor.at += 1;
}

/** `pattern` is sticky. */
function takeText(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const [text] = pattern.exec(cursor.source) ?? [];
  if (text === undefined) return fail(cursor);
  cursor.at += text.length;
  return text;
}

function fail({ source, at }: Cursor): never {
  throw new SyntaxError(`the message cannot be read at character ${at}: ${source}`);
}
