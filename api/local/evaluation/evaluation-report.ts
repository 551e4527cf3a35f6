/** Writes an evaluation as a page of text. */
import type { Band, Evaluation, Mistake, Share } from './evaluate-suggestions.ts';

const nameWidth = 12;
const numberWidth = 11;
const maxTextCharacters = 90;

/** Ends with a line break. */
export function evaluationReport({ overall, classes, calibration, sure, mistakes }: Evaluation): string {
  const lines = [
    row('label', ['rows', 'committed', 'coverage', 'precision']),
    ...classes.map((share) => row(share.label, shareCells(share))),
    row('all known', shareCells(overall)),
    '',
    row('confidence', ['rows', 'mean', 'precision']),
    ...calibration.map((band) => row(`${band.from.toFixed(1)} to ${band.to.toFixed(1)}`, bandCells(band))),
    row(`${sure.from.toFixed(1)} or more`, bandCells(sure)),
    '',
    ...(mistakes.length > 0 ? ['Most frequent mistakes:', ...mistakes.flatMap(mistakeLines)] : ['No mistakes.']),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(nameWidth) + cells.map((cell) => cell.padStart(numberWidth)).join('');
}

function shareCells({ rows, committed, coverage, precision }: Share): readonly string[] {
  return [String(rows), String(committed), percent(coverage), percent(precision)];
}

function bandCells({ rows, meanConfidence, precision }: Band): readonly string[] {
  return [String(rows), percent(meanConfidence), percent(precision)];
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}

function mistakeLines({ count, label, suggested, reasons, locationText }: Mistake): readonly string[] {
  const text = locationText.replaceAll(/\s+/g, ' ').slice(0, maxTextCharacters);
  return [`${String(count).padStart(5)} × ${suggested}, is ${label}: ${text}`, `        ${reasons.join('; ')}`];
}
