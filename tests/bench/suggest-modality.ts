/** How long `suggestModality` takes for usual locations, and for any 500 characters, without a machine around it. */
import { suggestModality } from '../../api/domain/modality.ts';

const usualTexts = [
  'Microsoft Teams Meeting',
  'Trattoria Da Enzo, Via dei Vascellari 29, Roma',
  'https://acme.zoom.us/j/99912345678?pwd=abc',
  'Besprechungsraum 3, 2. OG',
  'Contoso HQ',
  'Réunion Microsoft Teams; Salle 4',
  '+49 30 123456',
  'Berlin',
];
/** Pieces that make words, numbers, addresses, links and slips of the pen, without a blank or with one. */
const pieces = ['a', 'A 1 ', 'virtal ', 'Calle de la ', '1.000.', '+1 (', 'zoom ', 'x.com/', '%3A', 'é', 'Meet Street '];
const anyTexts = pieces.map((piece) => piece.repeat(500).slice(0, 500));

const rounds = 400;
const callsPerRound = 80;

function timesOf(texts: readonly string[]): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAtMs = performance.now();
    for (let call = 0; call < callsPerRound; call += 1) suggestModality({ locationText: texts[call % texts.length] });
    times.push((performance.now() - startedAtMs) / callsPerRound);
  }
  return times.slice(rounds / 10).sort((a, b) => a - b);
}

/** Milliseconds per call, one time per round, ascending; the first rounds, which the engine still compiles, are left out. Goal: 0.05. */
export function usualSuggestionTimes(): readonly number[] {
  return timesOf(usualTexts);
}

/** The same for 500 characters of what costs most. Goal: 2. */
export function longSuggestionTimes(): readonly number[] {
  return timesOf(anyTexts);
}
