/** Finds the known phrases of a text, each word in at most one, and drops those that what stands around them excuses. Linear. */
import { misspelt } from './misspelling.ts';
import { matchAt, type PhraseMatch } from './phrase-index.ts';
import { article, company, connector, type Meaning, meanings, negation, oftenMisspelt } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A phrase that was found: its words from `from`, `to` exclusive. */
export interface Mark {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

/** In the order of the text, without overlaps; services' names only where they mean the service. */
export function marksOf(words: readonly Word[]): readonly Mark[] {
  const marks = allMarks(words);
  const surroundings = surroundingsOf(words, marks);
  return marks.filter((mark) => !isNegated(words, mark) && isMeant(surroundings, mark));
}

function allMarks(words: readonly Word[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < words.length;) {
    const match = matchAt(meanings, words, at) ?? slipAt(words[at]);
    if (match) marks.push({ meaning: match.meaning, from: at, to: at + match.length });
    at += match?.length ?? 1;
  }
  return marks;
}

function slipAt(word: Word | undefined): PhraseMatch<Meaning> | undefined {
  if (!word || word.isNumber) return undefined;
  const known = misspelt(oftenMisspelt, word.folded);
  return known === undefined ? undefined : matchAt(meanings, [{ ...word, folded: known }], 0);
}

interface Surroundings {
  readonly words: readonly Word[];
  /** Services' names that name the company. */
  readonly companies: ReadonlySet<Mark>;
  /** Of each word: whether all between the two breaks around it are names of services and words that lead to them. */
  readonly isQuiet: readonly boolean[];
  /** Where marks that mean online begin, and where they end. */
  readonly onlineFrom: ReadonlySet<number>;
  readonly onlineTo: ReadonlySet<number>;
}

const onlineMeanings: ReadonlySet<Meaning> = new Set(['online', 'invitation', 'sure_service', 'shy_service']);
const quietMeanings: ReadonlySet<Meaning> = new Set([...onlineMeanings, 'service_slip', 'link']);

function surroundingsOf(words: readonly Word[], marks: readonly Mark[]): Surroundings {
  const companies = new Set(marks.filter((mark, index) => isCompany(words, mark, marks[index + 1])));
  const online = marks.filter((mark) => onlineMeanings.has(mark.meaning) && !companies.has(mark));
  return {
    words,
    companies,
    isQuiet: quietWords(words, marks),
    onlineFrom: new Set(online.map(({ from }) => from)),
    onlineTo: new Set(online.map(({ to }) => to)),
  };
}

function quietWords(words: readonly Word[], marks: readonly Mark[]): readonly boolean[] {
  const quiet = words.map((word) => word.isNumber || connector.has(word.folded));
  for (const { meaning, from, to } of marks) if (quietMeanings.has(meaning)) quiet.fill(true, from, to);
  for (let from = 0; from < words.length;) {
    let to = from + 1;
    while (to < words.length && !isEnd(words[to])) to += 1;
    const loud = quiet.indexOf(false, from);
    quiet.fill(loud < 0 || loud >= to, from, to);
    from = to;
  }
  return quiet;
}

function isEnd(word: Word | undefined): boolean {
  return word?.gap === 'break' || word?.gap === 'dot';
}

/** A negation turns what follows it at once: `not online`, but not `No. 5`. */
function isNegated(words: readonly Word[], { meaning, from }: Mark): boolean {
  const last = words[from - 1];
  return meaning !== 'neutral' && words[from]?.gap === 'space' && last !== undefined && negation.has(last.folded);
}

function isMeant(surroundings: Surroundings, mark: Mark): boolean {
  switch (mark.meaning) {
    case 'sure_service':
      return !surroundings.companies.has(mark);
    case 'shy_service':
      return !surroundings.companies.has(mark) && isService(surroundings, mark);
    case 'service_slip':
      return surroundings.isQuiet[mark.from] === true;
    case 'room':
    case 'office':
    case 'venue':
      return !isBesideOnline(surroundings, mark);
    default:
      return true;
  }
}

/** `Zoom Ltd.`, `Teams, Inc.`, `Webex HQ`. */
function isCompany(words: readonly Word[], { meaning, to }: Mark, nextMark: Mark | undefined): boolean {
  if (meaning !== 'sure_service' && meaning !== 'shy_service') return false;
  const next = words[to];
  if (!next) return false;
  const isJoined = next.gap !== 'break';
  if (company.has(next.folded) && (isJoined || next.folded.length >= minCompanyLetters)) return true;
  return isJoined && nextMark?.from === to && nextMark.meaning === 'office';
}

/** Behind a comma, a shorter word may be anything. */
const minCompanyLetters = 3;

/** `Zoom`, `via Zoom`, `Plataforma Zoom: …`, but not `Zoom Street`, `Zoom Rotterdam` or `meet Dana`. */
function isService(surroundings: Surroundings, mark: Mark): boolean {
  return surroundings.isQuiet[mark.from] === true || (isLedTo(surroundings, mark) && !isName(surroundings.words[mark.to]));
}

/** Articles lead to a street or a company as easily as to a service: what stands before them decides (`a través de Teams`). */
function isLedTo({ words, onlineTo }: Surroundings, { from }: Mark): boolean {
  for (let at = from; at > from - maxLeadWords; at -= 1) {
    const last = words[at - 1];
    if (!last || words[at]?.gap === 'break') return false;
    if (onlineTo.has(at)) return true;
    if (!article.has(last.folded)) return connector.has(last.folded);
  }
  return false;
}

const maxLeadWords = 3;

/** A capital behind the name continues it: `via Zoom Torino` may be a street. */
function isName(next: Word | undefined): boolean {
  return next?.gap === 'space' && (next.isCapital || next.isNumber) && !connector.has(next.folded);
}

/** `virtual room`, `sala de Zoom`: a room that is none. */
function isBesideOnline({ words, onlineFrom, onlineTo }: Surroundings, { from, to }: Mark): boolean {
  const isJoined = (at: number): boolean => words[at]?.gap !== 'break';
  const isLinked = (at: number): boolean => isJoined(at) && isJoined(at + 1) && connector.has(words[at]?.folded ?? '');
  if (isJoined(to) && (onlineFrom.has(to) || (isLinked(to) && onlineFrom.has(to + 1)))) return true;
  return isJoined(from) && (onlineTo.has(from) || (isLinked(from - 1) && onlineTo.has(from - 1)));
}
