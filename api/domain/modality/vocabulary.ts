/** What each known phrase means. The only place that gathers the word lists; built once, when the module loads. */
import { countedWords, numberSigns, streetEndings, streetsAfter, streetsBefore, streetWords } from './address-words.ts';
import { invitationWords, linkWords, onlineWords, servicesMisspelt, shyServices, sureServices } from './online-words.ts';
import {
  articles,
  companyWords,
  connectors,
  contactWords,
  dialInWords,
  negations,
  neutralPhrases,
  phoneLabels,
  phoneWords,
} from './other-words.ts';
import { type SpellingIndex, spellingIndex } from './misspelling.ts';
import { type PhraseIndex, phraseIndex } from './phrase-index.ts';
import { floorWords, hotelWords, hybridWords, inPersonWords, officeWords, restaurantWords, roomWords, venueWords } from './place-words.ts';
import { fold } from './words.ts';

/** What a phrase stands for. Shy services and slips count only where nothing else can be meant; `neutral` hides the words in it. */
export type Meaning =
  | 'online'
  | 'invitation'
  | 'link'
  | 'sure_service'
  | 'shy_service'
  | 'service_slip'
  | 'in_person'
  | 'hybrid'
  | 'phone'
  | 'phone_label'
  | 'dial_in'
  | 'contact'
  | 'restaurant'
  | 'hotel'
  | 'office'
  | 'room'
  | 'floor'
  | 'venue'
  | 'neutral';

/** Where a phrase stands in two lists, the first list decides. */
const lists: readonly (readonly [Meaning, readonly string[]])[] = [
  ['neutral', neutralPhrases],
  ['hybrid', hybridWords],
  ['in_person', inPersonWords],
  ['invitation', invitationWords],
  ['sure_service', sureServices],
  ['online', onlineWords],
  ['link', linkWords],
  ['dial_in', dialInWords],
  ['phone', phoneWords],
  ['phone_label', phoneLabels],
  ['contact', contactWords],
  ['shy_service', shyServices],
  ['service_slip', servicesMisspelt],
  ['hotel', hotelWords],
  ['restaurant', restaurantWords],
  ['venue', venueWords],
  ['room', roomWords],
  ['office', officeWords],
  ['floor', floorWords],
];

export const meanings: PhraseIndex<Meaning> = phraseIndex(
  lists.flatMap(([meaning, phrases]) => phrases.map((phrase) => [phrase, meaning] as const)),
);

/** Single words that are often typed wrong, and that hardly any other word resembles. */
export const oftenMisspelt: SpellingIndex = spellingIndex(
  [...onlineWords, ...inPersonWords, ...sureServices]
    .filter((phrase) => !phrase.includes(' '))
    .map((phrase) => fold(phrase.replaceAll('*', ''))),
);

export type StreetForm = 'street' | 'with_number';

export const streets: PhraseIndex<StreetForm> = phraseIndex<StreetForm>([
  ...streetWords.map((phrase) => [phrase, 'street'] as const),
  ...streetEndings.map((phrase) => [phrase, 'with_number'] as const),
]);

function folded(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(fold));
}

export const before: ReadonlySet<string> = folded(streetsBefore.map((phrase) => phrase.split(' ')[0] ?? phrase));
export const after: ReadonlySet<string> = folded(streetsAfter);
export const numberSign: ReadonlySet<string> = folded(numberSigns);
export const counted: ReadonlySet<string> = folded(countedWords);
export const company: ReadonlySet<string> = folded(companyWords);
export const negation: ReadonlySet<string> = folded(negations);
export const connector: ReadonlySet<string> = folded(connectors.flatMap((phrase) => phrase.split(' ')));
export const article: ReadonlySet<string> = folded(articles);
