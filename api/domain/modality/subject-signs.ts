/** What a subject says when the location says nothing: "Lunch with Dana". Weaker, since subjects speak of more than the meeting. */
import type { ModalityFacts, ModalitySuggestion } from '../modality.ts';
import { isOverLunch } from './lunch.ts';
import { marksOf } from './marks.ts';
import { mealWords } from './place-words.ts';
import { fold, wordsOf } from './words.ts';

const maxReadCharacters = 500;
const meals: ReadonlySet<string> = new Set(mealWords.map(fold));

/** Undefined when the subject names neither a meal, nor a call, nor the screen. */
export function subjectSuggestion(facts: ModalityFacts): ModalitySuggestion | undefined {
  const subject = (facts.subject ?? '').slice(0, maxReadCharacters);
  const words = wordsOf(subject);
  const marks = marksOf(words);
  const textOf = (from: number, to: number): string => subject.slice(words[from]?.start, words[to - 1]?.end);
  const online = marks.find(({ meaning }) => meaning === 'online' || meaning === 'sure_service');
  if (online)
    return { modality: 'virtual', confidence: 0.7, reasons: [{ code: 'online_in_subject', words: textOf(online.from, online.to) }] };
  const phone = marks.find(({ meaning }) => meaning === 'phone');
  if (phone) return { modality: 'phone', confidence: 0.65, reasons: [{ code: 'phone_in_subject', words: textOf(phone.from, phone.to) }] };
  const meal = words.findIndex(
    ({ folded }, at) => meals.has(folded) && !marks.some(({ meaning, from, to }) => meaning === 'neutral' && from <= at && at < to),
  );
  if (meal < 0) return undefined;
  const reason = { code: 'meal_in_subject', words: textOf(meal, meal + 1) } as const;
  return isOverLunch(facts)
    ? { modality: 'in_person', confidence: 0.75, reasons: [reason, { code: 'over_lunch', words: '' }] }
    : { modality: 'in_person', confidence: 0.65, reasons: [reason] };
}
