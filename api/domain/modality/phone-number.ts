/** Finds a telephone number by its form: international, national or local, in groups of any size. Validates no country. */

export interface NumberMatch {
  readonly start: number;
  readonly end: number;
}

const minDigits = 7;
const maxDigits = 15;
/** A national number is only told from others by the groups it is written in; a long row of digits may be anything. */
const minUngroupedDigits = 9;
const maxUngroupedDigits = 12;
const grouping = new Set(' \u00a0-‐‑–./()');
/** Signs that may stand between two groups at most: `) ` and `(0)`. */
const maxSigns = 3;

/** The first number; years, dates and times are too short, what looks like an amount or an id of a meeting is none. */
export function phoneNumberIn(text: string): NumberMatch | undefined {
  for (let at = 0; at < text.length;) {
    if (!isDigit(text, at)) {
      at += 1;
      continue;
    }
    const run = runFrom(text, at);
    if (isPhone(text, run)) return { start: startOf(text, run.start), end: run.end };
    at = run.end;
  }
  return undefined;
}

interface Run extends NumberMatch {
  readonly digits: number;
  readonly groups: number;
}

function isDigit(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign >= 48 && sign <= 57;
}

function runFrom(text: string, start: number): Run {
  let run = { start, end: start, digits: 0, groups: 0 };
  let signs = 0;
  for (let at = start; at < text.length && signs <= maxSigns; at += 1) {
    if (isDigit(text, at)) {
      run = { start, end: at + 1, digits: run.digits + 1, groups: run.groups + (run.digits === 0 || signs > 0 ? 1 : 0) };
      signs = 0;
    } else if (grouping.has(text.charAt(at))) signs += 1;
    else break;
  }
  return run;
}

/** With the plus sign and the bracket that stand before it. */
function startOf(text: string, start: number): number {
  let at = start;
  while (at > 0 && (text.charAt(at - 1) === '+' || text.charAt(at - 1) === '(')) at -= 1;
  return at;
}

function isPhone(text: string, { start, end, digits, groups }: Run): boolean {
  if (digits < minDigits || digits > maxDigits) return false;
  const isInternational = startOf(text, start) < start || text.startsWith('00', start);
  if (isInternational) return true;
  if (isDate(text.slice(start, end))) return false;
  return groups > 1
    ? text.startsWith('0', start) || digits >= minUngroupedDigits
    : digits >= minUngroupedDigits && digits <= maxUngroupedDigits;
}

/** `2026-11-23`, `23.11.2026`, with or without a time behind. */
function isDate(written: string): boolean {
  return /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?!\d)/.test(written);
}
