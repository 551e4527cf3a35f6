/** The customer's name in a location, known from the domains of those invited: "Contral Robotics, Leipzig" is where they are. */
import type { Mark } from './marks.ts';
import { fold, type Word } from './words.ts';

/** Shorter names are words of some language. */
const minNameCharacters = 4;
/** "Contral Robotics Europe" for `contralroboticseurope.com`. */
const maxNameWords = 4;
/** More customers than these are a conference, and none of them is its place. */
const maxNames = 5;

export interface NamedText {
  readonly words: readonly Word[];
  readonly marks: readonly Mark[];
}

/**
 * Words from `from`, `to` exclusive, of a text without its links and addresses. `domains`: registrable ones. A name that means something else too,
 * such as Zoom's, is none.
 */
export function customerNameIn(
  { words, marks }: NamedText,
  domains: readonly string[],
): { readonly from: number; readonly to: number } | undefined {
  const names = new Set(domains.map(nameOf).filter((name) => name.length >= minNameCharacters));
  if (names.size === 0 || names.size > maxNames) return undefined;
  for (let from = 0; from < words.length; from += 1) {
    const to = endOfName(words, from, names);
    if (to !== undefined && !marks.some((mark) => mark.from < to && from < mark.to)) return { from, to };
  }
  return undefined;
}

/** `contral-robotics.co.uk` → `contralrobotics`. */
function nameOf(domain: string): string {
  return fold((domain.split('.')[0] ?? '').replaceAll('-', ''));
}

function endOfName(words: readonly Word[], from: number, names: ReadonlySet<string>): number | undefined {
  let joined = '';
  for (let to = from + 1; to <= Math.min(words.length, from + maxNameWords); to += 1) {
    const word = words[to - 1];
    if (word === undefined || (to > from + 1 && word.gap === 'break')) return undefined;
    joined += word.folded;
    if (names.has(joined)) return to;
  }
  return undefined;
}
