/** How suggestions are counted against labels: coverage, precision, calibration, mistakes. */
import { describe, expect, it } from 'vitest';
import type { ModalitySuggestion } from '../../../api/domain/modality.ts';
import { evaluateSuggestions } from '../../../api/local/evaluation/evaluate-suggestions.ts';
import { evaluationReport } from '../../../api/local/evaluation/evaluation-report.ts';
import type { LabelledRow } from '../../../api/local/evaluation/labelled-rows.ts';

/** The text says what is suggested and how surely: `virtual 0.9`. */
function suggest(locationText: string): ModalitySuggestion {
  const [modality, confidence] = locationText.trim().toLowerCase().split(' ');
  if (modality !== 'virtual' && modality !== 'in_person') return { modality: 'unknown', confidence: 0, reasons: [] };
  return { modality, confidence: Number(confidence), reasons: [{ code: 'online_word', words: modality }] };
}

const rows: readonly LabelledRow[] = [
  { locationText: 'virtual 0.95', label: 'virtual' },
  { locationText: 'virtual 0.9', label: 'virtual' },
  { locationText: 'virtual 1', label: 'in_person' },
  { locationText: 'VIRTUAL 1 ', label: 'in_person' },
  { locationText: 'in_person 0.6', label: 'in_person' },
  { locationText: 'in_person 0.6', label: 'virtual' },
  { locationText: '', label: 'virtual' },
  { locationText: 'virtual 0.9', label: 'unknown' },
];
const evaluation = evaluateSuggestions(rows, suggest);

describe('an evaluation', () => {
  it('counts coverage over all rows of a label and precision over those with a suggestion', () => {
    expect(evaluation.classes).toEqual([
      { label: 'in_person', rows: 3, committed: 3, coverage: 1, precision: 1 / 3 },
      { label: 'virtual', rows: 4, committed: 3, coverage: 3 / 4, precision: 2 / 3 },
      { label: 'unknown', rows: 1, committed: 1, coverage: 1, precision: null },
    ]);
  });

  it('leaves rows labelled unknown out of everything else: nothing is right or wrong there', () => {
    expect(evaluation.overall).toEqual({ rows: 7, committed: 6, coverage: 6 / 7, precision: 3 / 6 });
    expect(evaluation.sure.rows).toBe(4);
  });

  it('counts what is exactly 0.9 as sure, and 1 too', () => {
    expect(evaluation.sure).toMatchObject({ from: 0.9, rows: 4, precision: 2 / 4 });
    expect(evaluation.calibration.map(({ from, rows: count, precision }) => [from, count, precision])).toEqual([
      [0.6, 2, 1 / 2],
      [0.9, 4, 2 / 4],
    ]);
  });

  it('names the most frequent mistakes first, texts that differ in case counted as one', () => {
    expect(evaluation.mistakes.map(({ count, label, suggested }) => [count, label, suggested])).toEqual([
      [2, 'in_person', 'virtual'],
      [1, 'virtual', 'in_person'],
    ]);
  });

  it('says nothing of shares where nothing was suggested', () => {
    expect(evaluateSuggestions([{ locationText: '', label: 'phone' }], suggest)).toMatchObject({
      overall: { coverage: 0, precision: null },
      calibration: [],
      sure: { rows: 0, precision: null },
      mistakes: [],
    });
  });

  it('reads as a page: every label, every band, every mistake', () => {
    const page = evaluationReport(evaluation);
    expect(page).toMatch(/in_person +3 +3 +100\.0 % +33\.3 %/);
    expect(page).toMatch(/unknown +1 +1 +100\.0 % +-/);
    expect(page).toMatch(/0\.9 or more +4 .* 50\.0 %/);
    expect(page).toMatch(/2 × virtual, is in_person: virtual 1\n +online_word: virtual/);
  });
});
