/** The export as a file, and whether it holds everything. Pure. */
import { maxExportedRecords, type MyDataExport } from '../../../api/contract/my-data.ts';

const indentSpaces = 2;

export interface ExportFile {
  /** `firsthand-my-data-2026-05-04.json`, by the day in UTC. */
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

/** Indented, so that a person can read it too. */
export function exportFile(document: MyDataExport): ExportFile {
  return {
    name: `${document.format}-${document.exportedAt.slice(0, 10)}.json`,
    text: JSON.stringify(document, undefined, indentSpaces),
    mediaType: 'application/json',
  };
}

/** How many lists are longer than one document holds, and how many lines each has then; undefined when none is. */
export function cutLists({ records }: MyDataExport): { readonly count: number; readonly limit: number } | undefined {
  const count = Object.values(records).filter(({ isCut }) => isCut).length;
  return count === 0 ? undefined : { count, limit: maxExportedRecords };
}
