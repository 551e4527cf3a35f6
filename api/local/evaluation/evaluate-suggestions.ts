/** Measures suggestions against what people said: coverage, precision, calibration, mistakes. Pure. */
import type { ModalitySuggestion } from '../../domain/modality.ts';
import type { Modality } from '../../domain/tag-vocabulary.ts';
import { type Label, type LabelledRow, labels } from './labelled-rows.ts';

/** Shares are 0 to 1; null where nothing was counted. */
export interface Share {
  readonly rows: number;
  /** Rows with a suggestion other than `unknown`. */
  readonly committed: number;
  /** Committed ÷ rows. */
  readonly coverage: number | null;
  /** Right ÷ committed; null for rows labelled `unknown`, where nothing is right or wrong. */
  readonly precision: number | null;
}

export interface Band {
  /** Confidence from, inclusive, and to, exclusive but for 1. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly meanConfidence: number | null;
  readonly precision: number | null;
}

export interface Mistake {
  readonly count: number;
  readonly label: Label;
  readonly suggested: Modality;
  /** Code and words of each reason of the first such row. */
  readonly reasons: readonly string[];
  readonly locationText: string;
}

export interface Evaluation {
  /** Of the rows whose label is a modality. */
  readonly overall: Share;
  /** One entry per label that occurs, in the order of the vocabulary. */
  readonly classes: readonly (Share & { readonly label: Label })[];
  /** One entry per tenth of confidence that occurs, lowest first. */
  readonly calibration: readonly Band[];
  /** Of the suggestions at `sureFrom` and more. */
  readonly sure: Band;
  /** Most frequent first, alike texts counted once, at most `maxMistakes`. */
  readonly mistakes: readonly Mistake[];
}

export const sureFrom = 0.9;
const bands = 10;
const maxMistakes = 20;

interface Judged extends LabelledRow {
  readonly suggestion: ModalitySuggestion;
}

/** `suggest` is asked once per row. */
export function evaluateSuggestions(rows: readonly LabelledRow[], suggest: (locationText: string) => ModalitySuggestion): Evaluation {
  const judged = rows.map((row) => ({ ...row, suggestion: suggest(row.locationText) }));
  const decided = judged.filter(({ label }) => label !== 'unknown');
  const tenths = Array.from({ length: bands }, (_, tenth) => band(decided, tenth / bands, (tenth + 1) / bands));
  return {
    overall: shareOf(decided),
    classes: labels.flatMap((label) => {
      const own = judged.filter((row) => row.label === label);
      return own.length > 0 ? [{ label, ...shareOf(own) }] : [];
    }),
    calibration: tenths.filter((tenth) => tenth.rows > 0),
    sure: band(decided, sureFrom, 1),
    mistakes: mistakesIn(decided),
  };
}

function shareOf(rows: readonly Judged[]): Share {
  const committed = rows.filter(isCommitted);
  const hasTruth = rows.some(({ label }) => label !== 'unknown');
  return {
    rows: rows.length,
    committed: committed.length,
    coverage: ratio(committed.length, rows.length),
    precision: hasTruth ? ratio(committed.filter(isRight).length, committed.length) : null,
  };
}

function band(rows: readonly Judged[], from: number, to: number): Band {
  const inside = rows.filter(
    (row) => isCommitted(row) && row.suggestion.confidence >= from && (row.suggestion.confidence < to || to === 1),
  );
  const sum = inside.reduce((total, { suggestion }) => total + suggestion.confidence, 0);
  return {
    from,
    to,
    rows: inside.length,
    meanConfidence: ratio(sum, inside.length),
    precision: ratio(inside.filter(isRight).length, inside.length),
  };
}

function isCommitted({ suggestion }: Judged): boolean {
  return suggestion.modality !== 'unknown';
}

function isRight({ label, suggestion }: Judged): boolean {
  return label === suggestion.modality;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mistakesIn(rows: readonly Judged[]): readonly Mistake[] {
  const alike = new Map<string, Mistake>();
  for (const { label, locationText, suggestion } of rows) {
    const { modality, reasons } = suggestion;
    if (modality === 'unknown' || modality === label) continue;
    const key = JSON.stringify([label, modality, locationText.trim().toLowerCase()]);
    const first = { label, suggested: modality, reasons: reasons.map(({ code, words }) => `${code}: ${words}`), locationText };
    alike.set(key, { ...(alike.get(key) ?? first), count: (alike.get(key)?.count ?? 0) + 1 });
  }
  return [...alike.values()].sort((a, b) => b.count - a.count).slice(0, maxMistakes);
}
