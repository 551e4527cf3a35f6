/** Recognises a word with one letter too many, too few, swapped or, in long words, wrong: little else is one letter away from those. */

/** Below it, a word one letter away is mostly another word. */
const minLetters = 6;
const maxLetters = 24;
/** Words as long as this may hold a wrong letter: `rebotó` is not `remoto`. */
const minLettersOfWrong = 9;

export interface SpellingIndex {
  readonly words: ReadonlySet<string>;
  /** Each word with one letter left out → the words it came from. */
  readonly shortened: ReadonlyMap<string, readonly string[]>;
}

/** Of folded words; those too short to be recognised misspelt are left out. */
export function spellingIndex(words: Iterable<string>): SpellingIndex {
  const long = new Set([...words].filter(({ length }) => length >= minLetters && length <= maxLetters));
  const shortened = new Map<string, string[]>();
  for (const word of long) {
    for (const short of [word, ...withoutOneLetter(word)]) shortened.set(short, [...(shortened.get(short) ?? []), word]);
  }
  return { words: long, shortened };
}

/** The known word that this one is a slip of; undefined for a known word itself and for what is further away. */
export function misspelt(index: SpellingIndex, word: string): string | undefined {
  if (word.length < minLetters - 1 || word.length > maxLetters || index.words.has(word)) return undefined;
  for (let left = -1; left < word.length; left += 1) {
    const short = left < 0 ? word : word.slice(0, left) + word.slice(left + 1);
    const found = index.shortened.get(short)?.find((known) => isOneSlip(word, known));
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** The first letter is hardly ever the wrong one, and `in house` is not `on house`. */
function isOneSlip(word: string, known: string): boolean {
  if (word.charAt(0) !== known.charAt(0)) return false;
  let same = 0;
  while (same < word.length && word.charAt(same) === known.charAt(same)) same += 1;
  const [rest, knownRest] = [word.slice(same), known.slice(same)];
  if (rest.slice(1) === knownRest || rest === knownRest.slice(1)) return true;
  if (rest.slice(1) === knownRest.slice(1)) return known.length >= minLettersOfWrong;
  return rest.slice(0, 2) === Array.from(knownRest.slice(0, 2)).reverse().join('') && rest.slice(2) === knownRest.slice(2);
}
