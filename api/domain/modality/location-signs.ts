/** What a location's text says about where a meeting takes place, before any other fact is weighed. */
import { type MeetingLink, readLinks } from '../meeting-link.ts';
import type { Reason } from '../modality-reason.ts';
import { customerNameIn } from './customer-name.ts';
import { decodedText } from './encoded-text.ts';
import { type Mark, marksOf } from './marks.ts';
import { phoneNumberIn } from './phone-number.ts';
import { addressIn } from './street-address.ts';
import type { Meaning } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** A sign that leaves little doubt is sure; one that a name or a habit may explain is not. */
export interface Sign {
  readonly reason: Reason;
  readonly isSure: boolean;
}

export interface LocationSigns {
  readonly hybrid: Sign | undefined;
  readonly inPerson: Sign | undefined;
  readonly place: Sign | undefined;
  /** Somebody wrote that it is online. */
  readonly online: Sign | undefined;
  /** A link, or what a service writes into an invitation. */
  readonly link: Sign | undefined;
  readonly phone: Sign | undefined;
}

/** Beyond it no text names a place or a link any more. */
const maxReadCharacters = 20_000;
/** A number among more words than these is somebody's, not the meeting's. */
const maxWordsBesideNumber = 3;

/** Linear in the text, and constant beyond 20,000 characters. `contactDomains`: registrable ones of the customers invited. */
export function readLocation(locationText: string, contactDomains: readonly string[] = []): LocationSigns {
  const { link, mention, rest } = readLinks(decodedText(locationText.slice(0, maxReadCharacters)));
  const words = wordsOf(rest);
  const marks = marksOf(words);
  const text: Text = { rest, words, marks };
  const remote = {
    online: onlineIn(text) ?? mentioned(mention),
    link: linked(link) ?? signOf(text, 'invitation', 'invitation') ?? signOf(text, 'link', 'link_announced', false),
    phone: phoneIn(text),
  };
  const isRemote = remote.online ?? remote.link ?? remote.phone;
  return {
    hybrid: signOf(text, 'hybrid', 'hybrid_word'),
    inPerson: signOf(text, 'in_person', 'in_person_word'),
    place: placeIn(text) ?? (isRemote ? undefined : customerIn(text, contactDomains)),
    ...remote,
  };
}

interface Text {
  readonly rest: string;
  readonly words: readonly Word[];
  readonly marks: readonly Mark[];
}

function linked(link: MeetingLink | undefined): Sign | undefined {
  return link && { reason: { code: 'link_in_location', words: link.host }, isSure: true };
}

function mentioned(host: string | undefined): Sign | undefined {
  return host === undefined ? undefined : { reason: { code: 'online_word', words: host }, isSure: false };
}

function signOf(text: Text, meaning: Meaning, code: Reason['code'], isSure = true): Sign | undefined {
  const mark = text.marks.find((candidate) => candidate.meaning === meaning);
  return mark && { reason: { code, words: textOf(text, mark) }, isSure };
}

function textOf({ rest, words }: Text, { from, to }: { readonly from: number; readonly to: number }): string {
  return rest.slice(words[from]?.start, words[to - 1]?.end);
}

function onlineIn(text: Text): Sign | undefined {
  return (
    signOf(text, 'online', 'online_word') ??
    signOf(text, 'sure_service', 'online_word') ??
    signOf(text, 'shy_service', 'online_word') ??
    signOf(text, 'service_slip', 'online_word', false)
  );
}

/** The surest sign of a place; of several equally sure ones the kind that a seller recognises first. */
function placeIn(text: Text): Sign | undefined {
  const address = addressIn(text.words, text.marks);
  const signs = [
    plainly(text, 'restaurant', true),
    plainly(text, 'hotel', true),
    address && { reason: { code: 'address' as const, words: textOf(text, address) }, isSure: address.isSure },
    roomIn(text),
    floorIn(text),
    plainly(text, 'office', false),
    plainly(text, 'venue', false),
    roomCodeIn(text),
  ].filter((sign) => sign !== undefined);
  return signs.find(({ isSure }) => isSure) ?? signs[0];
}

/** Who writes the customer's name, and nothing of a link or a call, goes there. */
function customerIn(text: Text, contactDomains: readonly string[]): Sign | undefined {
  const named = customerNameIn(text, contactDomains);
  return named && { reason: { code: 'customer_named', words: textOf(text, named) }, isSure: false };
}

/** A noun names the place at the head of a text, where its line is short or begins with it; in prose it is only spoken of. */
function plainly(text: Text, meaning: 'restaurant' | 'hotel' | 'office' | 'venue' | 'room', isSure: boolean): Sign | undefined {
  const mark = text.marks.find((candidate) => candidate.meaning === meaning && isPlain(text.words, candidate));
  return mark && { reason: { code: meaning, words: textOf(text, mark) }, isSure };
}

const maxHeadWords = 16;
const maxWordsOfLine = 6;
const maxWordsBefore = 2;

function isPlain(words: readonly Word[], { from, to }: Mark): boolean {
  if (from >= maxHeadWords) return false;
  let start = from;
  while (start > 0 && words[start]?.gap !== 'break') start -= 1;
  if (from - start <= maxWordsBefore) return true;
  let end = to;
  while (end < words.length && words[end]?.gap !== 'break') end += 1;
  return end - start <= maxWordsOfLine;
}

/** `Sala 706` and `Raum 2.14` are sure, a bare `room` is not. */
function roomIn(text: Text): Sign | undefined {
  const numbered = text.marks.find(({ meaning, to }) => meaning === 'room' && isNumberNear(text.words, to));
  if (!numbered) return plainly(text, 'room', false);
  return { reason: { code: 'room', words: textOf(text, { from: numbered.from, to: numbered.to + 1 }) }, isSure: true };
}

/** `3. Stock`, `piso 24`, `segundo piso`: a floor without a number says nothing. */
function floorIn(text: Text): Sign | undefined {
  const { words } = text;
  for (const { meaning, from, to } of text.marks) {
    if (meaning !== 'floor') continue;
    if (isNumberNear(words, to)) return { reason: { code: 'room', words: textOf(text, { from, to: to + 1 }) }, isSure: true };
    const start = [from - 1, from - 2].find((at) => words[at]?.isNumber === true || ordinals.has(words[at]?.folded ?? ''));
    if (start !== undefined && words[from]?.gap !== 'break') {
      return { reason: { code: 'room', words: textOf(text, { from: start, to }) }, isSure: true };
    }
  }
  return undefined;
}

function isNumberNear(words: readonly Word[], at: number): boolean {
  const next = words[at];
  return next !== undefined && next.gap !== 'break' && next.isNumber;
}

const ordinals: ReadonlySet<string> = new Set([
  ...[
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'top',
    'primer',
    'primero',
    'segundo',
    'tercer',
    'tercero',
    'cuarto',
    'quinto',
    'sexto',
    'ultimo',
  ],
  ...[
    'premier',
    'deuxieme',
    'troisieme',
    'quatrieme',
    'cinquieme',
    'dernier',
    'erster',
    'zweiter',
    'dritter',
    'vierter',
    'ersten',
    'zweiten',
    'dritten',
    'vierten',
  ],
  ...[
    'primo',
    'secondo',
    'terzo',
    'quarto',
    'primeiro',
    'terceiro',
    'eerste',
    'tweede',
    'derde',
    'vierde',
    'pierwsze',
    'drugie',
    'trzecie',
  ],
]);

/** `12K345` anywhere; `C04120` and `B-2.14`, which might be anything else, alone between two breaks. */
function roomCodeIn(text: Text): Sign | undefined {
  const { words } = text;
  if (words.length > maxHeadWords) return undefined;
  for (const part of text.rest.split(breaks)) {
    const code = part.trim();
    const found = loneCode.test(code) ? code : plainCode.exec(part)?.[0];
    if (found !== undefined) return { reason: { code: 'room', words: found }, isSure: false };
  }
  return undefined;
}

const breaks = /[,;:()\n⏎|/]/;
/** A floor and its wing, and a number on it. */
const plainCode = /(?<![\p{L}\p{N}])(?:[A-Z]{2,4} ?)?\d{1,2} ?[A-HJ-Z] ?\d{3}(?![\p{L}\p{N}])/u;
/** A building's letters with floor and number in one; two letters with a number are a flight. */
const loneCode = /^(?:[A-Z]{3,5} )?(?:(?:[A-Z]|[A-Z]{3,4})\d{4,5}|[A-Z]\d{1,2}\.\d{2,3}|[A-Z]{1,2}[- ]?\d{1,2}[.-]\d{1,3})$/;

/** A number is the meeting itself when it stands nearly alone or is one to dial into; beside an address it is how to ask the way. */
function phoneIn(text: Text): Sign | undefined {
  const dialIn = signOf(text, 'dial_in', 'dial_in');
  const number = phoneNumberIn(text.rest);
  const spoken = text.marks.find((mark) => mark.meaning === 'phone');
  if (dialIn && number) return dialIn;
  if (spoken && !number) return { reason: { code: 'phone_word', words: textOf(text, spoken) }, isSure: true };
  if (!number || isId(text, number.start) || text.marks.some(({ meaning }) => meaning === 'contact')) return undefined;
  const others = text.words.filter(({ start, isNumber }) => !isNumber && (start < number.start || start >= number.end)).length;
  if (others > maxWordsBesideNumber) return undefined;
  return { reason: { code: 'phone_number', words: text.rest.slice(number.start, number.end) }, isSure: true };
}

function isId({ words }: Text, start: number): boolean {
  const last = words.findLast(({ end }) => end <= start);
  return last !== undefined && idWords.has(last.folded);
}

const idWords: ReadonlySet<string> = new Set([
  'id',
  'pin',
  'code',
  'codigo',
  'kode',
  'kod',
  'kennwort',
  'passcode',
  'password',
  'clave',
  'ref',
  'nr',
  'no',
  'po',
  'order',
  'ticket',
  'case',
]);
