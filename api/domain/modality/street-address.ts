/** Recognises postal addresses, with a street's word (`rue du Bac 47`) or without one (`Mirador 383, piso 24`). Knows no street by name. */
import { matchAt } from './phrase-index.ts';
import type { Mark } from './marks.ts';
import { after, before, connector, counted, numberSign, streets } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words from `from`, `to` exclusive. A sure one names a street, or a floor behind the house number. */
export interface AddressMatch {
  readonly from: number;
  readonly to: number;
  readonly isSure: boolean;
}

interface Text {
  readonly words: readonly Word[];
  readonly taken: ReadonlySet<number>;
  readonly floors: ReadonlySet<number>;
}

/** Words that a street's name has at most, and letters of one that needs no number to be told from a word. */
const maxNameWords = 4;
const minStreetLetters = 4;
const maxHouseNumber = 29_999;
/** Such numbers are years, unless a floor follows. */
const firstYear = 1_990;
const lastYear = 2_040;

/** The surest address of a text; words that mean something else cannot be the name of a street without its word. */
export function addressIn(words: readonly Word[], marks: readonly Mark[]): AddressMatch | undefined {
  const text: Text = {
    words,
    taken: takenBy(marks),
    floors: new Set(
      marks.filter(({ meaning }) => meaning === 'floor' || meaning === 'office' || meaning === 'venue').map(({ from }) => from),
    ),
  };
  let possible: AddressMatch | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const match = streetAt(text, at) ?? houseAt(text, at);
    if (match?.isSure) return match;
    possible ??= match;
  }
  return possible;
}

function takenBy(marks: readonly Mark[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { meaning, from, to } of marks) if (meaning !== 'venue') for (let at = from; at < to; at += 1) taken.add(at);
  return taken;
}

function streetAt(text: Text, at: number): AddressMatch | undefined {
  return oneWord(text, at) ?? streetBefore(text, at) ?? streetAfter(text, at);
}

/** `Dorfstraße 11`, `Dorpsstraat`, `Lindenring 14`, `Lindenstr. 45`. */
function oneWord({ words }: Text, at: number): AddressMatch | undefined {
  const form = matchAt(streets, words, at)?.meaning;
  if (form === undefined) return undefined;
  const to = numberEnd(words, at + 1);
  return form === 'street' || to !== undefined ? { from: at, to: to ?? at + 1, isSure: true } : undefined;
}

/** `Rue de la Loi 155`, `Av. Central`, `Via Garibaldi`; `via Teams` is none. */
function streetBefore({ words, taken }: Text, at: number): AddressMatch | undefined {
  const word = words[at];
  if (!word || !before.has(word.folded)) return undefined;
  let to = at + 1;
  while (to - at <= maxNameWords && isNameWord(words[to]) && !taken.has(to)) to += 1;
  if (to === at + 1) return undefined;
  const end = numberEnd(words, to);
  if (end !== undefined) return { from: at, to: end, isSure: true };
  const isNamed = word.folded.length >= minStreetLetters - 1 && words.slice(at + 1, to).some(({ isCapital }) => isCapital);
  return isNamed && isStreetWord(words, at) ? { from: at, to, isSure: false } : undefined;
}

/** In small letters a short one is mostly another word, unless a house number stands before it: `12 rue du Bac`. */
function isStreetWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    (word.isCapital || word.folded.length >= minStreetLetters || (words[at - 1]?.isNumber === true && word.gap !== 'break'))
  );
}

/** `12 Meet Street`, `Kossuth Lajos utca 5`, `Oxford Road`. */
function streetAfter({ words }: Text, at: number): AddressMatch | undefined {
  const word = words[at];
  if (!word || !endsStreet(words, at) || !isName(words, at - 1)) return undefined;
  const house = [at - 2, at - 3].find((index) => words[index]?.isNumber);
  const end = numberEnd(words, at + 1);
  if (house !== undefined || end !== undefined) return { from: house ?? at - 1, to: end ?? at + 1, isSure: true };
  return word.folded.length >= minStreetLetters && word.isCapital ? { from: at - 1, to: at + 1, isSure: false } : undefined;
}

/** One letter is only an abbreviation with its dot: `Fő u. 5`. */
function endsStreet(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !after.has(word.folded) || !isNameWord(word)) return false;
  return word.folded.length > 1 || words[at + 1]?.gap === 'dot';
}

/** A capital begins a name, and `5th` is one. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.isCapital === true || (word?.gap === 'none' && words[at - 1]?.isNumber === true);
}

/** `Mirador 383, piso 24`, `San Telmo 512`, `San Telmo N° 40`: a name and a house number, and nothing else that counts. */
function houseAt(text: Text, at: number): AddressMatch | undefined {
  const { words } = text;
  const number = words[at];
  if (!number?.isNumber || !isHouse(words, at)) return undefined;
  const from = nameStart(text, isNumberSign(words, at - 1) ? at - 1 : at);
  if (from === undefined) return undefined;
  if (hasFloorBehind(text, at)) return { from, to: at + 1, isSure: true };
  return closes(words, at + 1) && !isYear(number) ? { from, to: at + 1, isSure: false } : undefined;
}

function isNumberSign(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && word.gap !== 'break' && numberSign.has(word.folded);
}

/** Where the name that ends before `to` begins; undefined when the word there is no name, or more words stand before it than a name has. */
function nameStart(text: Text, to: number): number | undefined {
  if (!isLastOfName(text, to)) return undefined;
  let from = to - 1;
  while (to - from < maxNameWords && continuesName(text, from)) from -= 1;
  const first = text.words[from];
  if (!first || (counted.has(first.folded) && !particles.has(first.folded))) return undefined;
  return first.gap === 'break' || first.gap === 'dot' || first.isCapital ? from : undefined;
}

/** The word before the number: `Mirador383` is one, the letters of a code are none. */
function isLastOfName({ words, taken }: Text, to: number): boolean {
  const word = words[to - 1];
  const number = words[to];
  if (!word || word.isNumber || taken.has(to - 1) || number?.gap === 'break' || word.gap === 'none') return false;
  if (word.folded.length < (number?.gap === 'none' ? minJoinedLetters : minNameLetters)) return false;
  return !counted.has(word.folded) && !connector.has(word.folded);
}

const minNameLetters = 3;
const minJoinedLetters = 5;

/** Whether the word before `from` belongs to the same name. */
function continuesName({ words, taken }: Text, from: number): boolean {
  const word = words[from - 1];
  const gap = words[from]?.gap;
  if (!word || word.isNumber || taken.has(from - 1) || gap === 'break' || gap === 'dot') return false;
  return word.isCapital || particles.has(word.folded) || words[from]?.isCapital === false;
}

const particles: ReadonlySet<string> = new Set([
  'de',
  'la',
  'del',
  'los',
  'las',
  'des',
  'du',
  'den',
  'der',
  'van',
  'von',
  'da',
  'do',
  'dos',
  'di',
  'y',
  'e',
  'o',
  'd',
  'l',
]);

function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && !word.isNumber && word.gap !== 'break' && word.gap !== 'none';
}

/** The end of a house number that begins at a word or behind a number sign; undefined when none does. */
function numberEnd(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.isNumber && isHouse(words, at)) return at + 1;
  const sign = words[at];
  return sign && numberSign.has(sign.folded) && words[at + 1]?.isNumber ? at + 2 : undefined;
}

function isHouse(words: readonly Word[], at: number): boolean {
  const value = Number(words[at]?.folded);
  const last = words[at - 1];
  return value > 0 && value <= maxHouseNumber && !(last?.isNumber === true && words[at]?.gap !== 'break');
}

function isYear({ folded }: Word): boolean {
  const value = Number(folded);
  return value >= firstYear && value <= lastYear;
}

/** The house number ends its line, or a comma, a bracket or one letter (`12 b`) follows. */
function closes(words: readonly Word[], at: number): boolean {
  const next = words[at];
  if (!next || next.gap === 'break')
    return !(next?.isNumber && next.end - next.start === 2 && next.start - (words[at - 1]?.end ?? 0) === 1);
  return next.folded.length === 1 && !next.isNumber && (words[at + 1]?.gap ?? 'break') === 'break';
}

const floorDistance = 3;

function hasFloorBehind({ words, floors }: Text, at: number): boolean {
  for (let next = at + 1; next <= at + floorDistance; next += 1) if (floors.has(next) || isOfficeNumber(words, next)) return true;
  return false;
}

/** `of. 34`: the office's number, abbreviated as the English preposition is written. */
function isOfficeNumber(words: readonly Word[], at: number): boolean {
  return words[at]?.folded === 'of' && words[at + 1]?.isNumber === true;
}
