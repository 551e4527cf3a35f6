/** Faults and notices of rows as the wire has them. */
import type * as z from 'zod';
import { maxListed, type RowRemark } from '../../contract/account-import.ts';
import type { RowFault, RowNotice } from './account-file/account-file-fault.ts';
import type { RecordFault, RecordNotice } from './plan-import.ts';

/** The first ones, in the order given. */
export function remarksOf(entries: readonly (RowFault | RecordFault | RowNotice | RecordNotice)[]): z.input<typeof RowRemark>[] {
  return entries.slice(0, maxListed).map((entry) => {
    const { line, field, excerpt } = entry;
    const otherLine = 'otherLine' in entry ? entry.otherLine : undefined;
    return {
      line,
      field,
      code: 'fault' in entry ? entry.fault : entry.notice,
      ...(otherLine !== undefined && { otherLine }),
      ...(excerpt !== undefined && { excerpt }),
    };
  });
}
