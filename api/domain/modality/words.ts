/** Cuts a text into words and numbers that compare across case, accents and alphabets' variants. Linear in the text. */

/** What stands between a word and the one before it. */
export type Gap = 'none' | 'space' | 'dot' | 'break';

export interface Word {
  /** Lower case, without accents; a number without its thousands' points. */
  readonly folded: string;
  readonly isNumber: boolean;
  /** Whether it begins with a capital letter. */
  readonly isCapital: boolean;
  /** Before the first word of a text it is a break. */
  readonly gap: Gap;
  /** Offsets in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** `1.000` is one number; the ordinal signs º and ª are letters for Unicode, not for an address. */
const wordShape = /\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+|(?:(?![ºª])[\p{L}\p{M}])+/gu;

/** Letters that keep their form when the accents are taken off. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);
const plainLetterShape = new RegExp([...plainLetters.keys()].join('|'), 'gu');
const asciiOnly = /^[a-z0-9]*$/;

/** The form in which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(plainLetterShape, (letter) => plainLetters.get(letter) ?? letter);
}

/** Words that are read of one text; what comes after them names no place. */
const maxWords = 2_000;

/** In the order of the text, at most 2,000. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordShape)) {
    const [raw] = match;
    const isNumber = digit.test(raw);
    words.push({
      folded: isNumber ? raw.replaceAll('.', '') : fold(raw),
      isNumber,
      isCapital: !isNumber && raw.charAt(0) !== raw.charAt(0).toLowerCase(),
      gap: words.length === 0 ? 'break' : gapOf(text, end, match.index),
      start: match.index,
      end: match.index + raw.length,
    });
    end = match.index + raw.length;
    if (words.length === maxWords) break;
  }
  return words;
}

const digit = /^\p{Nd}/u;
/** Hyphens, apostrophes, quotation marks, ampersands, ordinal signs and blanks hold words together; a line break does not. */
const joining = new Set(' \t\u00a0-\u2010\u2011\'’´`¨"“”„º°ª&\u202a\u202c\u200b');

function gapOf(text: string, from: number, to: number): Gap {
  if (from === to) return 'none';
  let gap: Gap = 'space';
  for (let at = from; at < to; at += 1) {
    const sign = text.charAt(at);
    if (sign === '.') gap = 'dot';
    else if (!joining.has(sign)) return 'break';
  }
  return gap;
}
