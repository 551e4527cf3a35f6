/** Reads a CSV of location texts with the modality that a person gave them. Judges nothing. */
import { CsvError, parse } from 'csv-parse/sync';
import { modalities } from '../../domain/tag-vocabulary.ts';

export const labels = [...modalities, 'unknown'] as const;
/** `unknown`: nobody can tell the modality from what is known, so that no answer is right or wrong. */
export type Label = (typeof labels)[number];

export interface LabelledRow {
  readonly locationText: string;
  readonly label: Label;
}

export type LabelledRows = { readonly ok: true; readonly rows: readonly LabelledRow[] } | { readonly ok: false; readonly sentence: string };

/** Names may be written `location_text`, `location-text` or `Location Text`, labels `in-person` or `in_person`; other columns are left alone. */
export function readLabelledRows(csv: Uint8Array): LabelledRows {
  const text = decoded(csv);
  if (text === undefined) return refused('is not UTF-8 text');
  const table = tableOf(text);
  if (typeof table === 'string') return refused(table);
  const missing = ['location_text', 'label'].filter((name) => !table.columns.includes(name));
  if (table.columns.length === 0) return refused('is empty');
  if (missing.length > 0) return refused(`has no column ${missing.join(' and none called ')}; it has ${table.columns.join(', ')}`);
  return rowsOf(table.lines);
}

function rowsOf(lines: readonly Line[]): LabelledRows {
  const rows: LabelledRow[] = [];
  for (const { record, info } of lines) {
    const written = record['label'] ?? '';
    const label = labels.find((known) => known === plainName(written));
    if (!label) return refused(`has the label "${written}" on line ${info.lines}, which is none of ${labels.join(', ')}`);
    rows.push({ locationText: record['location_text'] ?? '', label });
  }
  return rows.length > 0 ? { ok: true, rows } : refused('has no rows below its header');
}

function refused(sentence: string): LabelledRows {
  return { ok: false, sentence };
}

function decoded(csv: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(csv);
  } catch {
    return undefined;
  }
}

interface Line {
  readonly record: Readonly<Record<string, string>>;
  /** `lines`: where the row ends in the file; a cell may run over several. */
  readonly info: { readonly lines: number };
}

interface Table {
  /** As in `plainName`. */
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

function tableOf(text: string): Table | string {
  let columns: string[] = [];
  try {
    const lines = parse<Line>(text, {
      bom: true,
      skip_empty_lines: true,
      info: true,
      columns: (header: readonly string[]) => (columns = header.map(plainName)),
    });
    return { columns, lines };
  } catch (error) {
    if (error instanceof CsvError) return `is no CSV: ${firstSentence(error.message)}`;
    throw error;
  }
}

function firstSentence(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function plainName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
