/** Finds the longest known phrase that begins at a word. Knows no language; `vocabulary.ts` says what phrases mean. */
import { fold, type Word, wordsOf } from './words.ts';

interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>>;
  meaning: Meaning | undefined;
}

export interface PhraseIndex<Meaning> {
  readonly root: Node<Meaning>;
  /** Beginnings and endings of one word, as in `videokonferen*` and `*straat`. */
  readonly beginnings: Map<string, Meaning>;
  readonly endings: Map<string, Meaning>;
}

export interface PhraseMatch<Meaning> {
  readonly meaning: Meaning;
  /** Words that the phrase takes, at least 1. */
  readonly length: number;
}

/** Shortest and longest part of a word that a `*` may stand beside, and the least that the `*` stands for at the front. */
const minPartLetters = 3;
const maxPartLetters = 18;
const minRestLetters = 2;

/** Of two equal phrases the first wins. A `*` stands at the end or the beginning of a phrase of one word. */
export function phraseIndex<Meaning>(phrases: Iterable<readonly [phrase: string, meaning: Meaning]>): PhraseIndex<Meaning> {
  const index: PhraseIndex<Meaning> = { root: { next: new Map(), meaning: undefined }, beginnings: new Map(), endings: new Map() };
  for (const [phrase, meaning] of phrases) add(index, phrase, meaning);
  return index;
}

function add<Meaning>(index: PhraseIndex<Meaning>, phrase: string, meaning: Meaning): void {
  const parts = phrase.endsWith('*') ? index.beginnings : phrase.startsWith('*') ? index.endings : undefined;
  if (parts) {
    const part = fold(phrase.replace('*', ''));
    if (!parts.has(part)) parts.set(part, meaning);
    return;
  }
  let node = index.root;
  for (const { folded } of wordsOf(phrase)) {
    const next: Node<Meaning> = node.next.get(folded) ?? { next: new Map(), meaning: undefined };
    node.next.set(folded, next);
    node = next;
  }
  node.meaning ??= meaning;
}

/** A whole phrase wins over a part of a word. A phrase never runs over a break. */
export function matchAt<Meaning>(index: PhraseIndex<Meaning>, words: readonly Word[], at: number): PhraseMatch<Meaning> | undefined {
  let node: Node<Meaning> | undefined = index.root;
  let longest: PhraseMatch<Meaning> | undefined;
  for (let length = 1; ; length += 1) {
    const word = words[at + length - 1];
    if (!word || (length > 1 && word.gap === 'break')) break;
    node = node.next.get(word.folded);
    if (!node) break;
    if (node.meaning !== undefined) longest = { meaning: node.meaning, length };
  }
  return longest ?? matchPart(index, words[at]);
}

function matchPart<Meaning>({ beginnings, endings }: PhraseIndex<Meaning>, word: Word | undefined): PhraseMatch<Meaning> | undefined {
  if (!word || word.isNumber) return undefined;
  const { folded } = word;
  for (let letters = Math.min(folded.length, maxPartLetters); letters >= minPartLetters; letters -= 1) {
    const meaning = beginnings.get(folded.slice(0, letters)) ?? endingOf(endings, folded, letters);
    if (meaning !== undefined) return { meaning, length: 1 };
  }
  return undefined;
}

function endingOf<Meaning>(endings: ReadonlyMap<string, Meaning>, folded: string, letters: number): Meaning | undefined {
  return folded.length - letters >= minRestLetters ? endings.get(folded.slice(-letters)) : undefined;
}
