/** Which cell styles of a workbook show a number as a date or a time of day: Excel stores both alike. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { ok, type Result } from '../../../domain/result.ts';
import type { Package } from './xlsx-part.ts';

/** ECMA-376 part 1, 18.8.30: numFmtId of dates and times without a format code of their own, those of East Asian languages included. */
const builtInDates: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** Excel allows 65,490 cell styles. */
const maxStyles = 65_536;

/** The indices that a cell's `s` refers to. */
export async function readDateStyles(parts: Package, part: string | undefined): Promise<Result<ReadonlySet<number>, FileFault>> {
  const dateStyles = new Set<number>();
  if (part === undefined) return ok(dateStyles);
  const ownDates = new Map<number, boolean>();
  let isInCellStyles = false;
  let style = 0;
  const read = await parts.read(part, {
    open: (name, attributes) => {
      const formatId = Number(attributes['numFmtId'] ?? 0);
      if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'numFmt' && ownDates.size < maxStyles) ownDates.set(formatId, isDateFormat(attributes['formatCode'] ?? ''));
      else if (name === 'xf' && isInCellStyles) {
        if (ownDates.get(formatId) ?? isBuiltInDate(formatId)) dateStyles.add(style);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false;
    },
    isDone: () => style > maxStyles,
  });
  return read.ok ? ok(dateStyles) : read;
}

function isBuiltInDate(formatId: number): boolean {
  return builtInDates.some(([from, to]) => formatId >= from && formatId <= to);
}

/** `yyyy-mm-dd`, but not `[Red]#,##0` or `0 "days"`: quoted, escaped and bracketed letters mean no date, except for spans (`[h]:mm`). */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general|[#0?]e[+-]/gi, ''));
}
