/** Why a modality is suggested, as one sentence. Pure. */
import type { Meeting } from '../../api/contract/tagging.ts';
import type { Formats } from './formats.ts';
import type { Text } from './text-format.ts';

/** Reasons named beside a suggestion; more would be a list, not a sentence. */
const maxReasons = 2;
/** Longer words from a location text are cut: the sentence is to be read at a glance. */
const maxReasonCharacters = 60;

/** Undefined when nothing points either way. */
export function suggestionWords({ modality, reasons }: Meeting['suggestion'], text: Text, formats: Formats): string | undefined {
  if (modality === 'unknown' || reasons.length === 0) return undefined;
  const sentences = reasons.slice(0, maxReasons).map(({ code, words }) => text(`reason.${code}`, { words: shorten(words) || 'empty' }));
  return text('tag.suggestedBecause', { reason: formats.list(sentences) });
}

function shorten(words: string): string {
  const trimmed = words.trim();
  return trimmed.length > maxReasonCharacters ? `${trimmed.slice(0, maxReasonCharacters - 1).trimEnd()}…` : trimmed;
}
