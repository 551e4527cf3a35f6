/** What the server says about an accounts file, as sentences. Pure. A code that this page is too old for still gets a sentence. */
import {
  type FileFault,
  ImportRefusal,
  type RowFaultCode,
  rowFaultCodes,
  type RowNoticeCode,
  rowNoticeCodes,
} from '../../../../api/contract/account-file-fault.ts';
import type { RowRemark } from '../../../../api/contract/account-import.ts';
import type { CallFailure } from '../../../client/call.ts';
import type { Formats } from '../../../ui/formats.ts';
import type { Text } from '../../../ui/text-format.ts';
import type { ChoiceFault } from './chosen-file.ts';

interface Words {
  readonly text: Text;
  readonly formats: Formats;
}

const bytesPerMegabyte = 1_000_000;

export function choiceFaultSentence(fault: ChoiceFault, { text, formats }: Words): string {
  switch (fault.kind) {
    case 'unreadable':
      return text('import.unreadable');
    case 'file_too_large':
      return text('fileFault.file_too_large', { megabytes: Math.floor(fault.maxBytes / bytesPerMegabyte) });
    case 'columns_missing':
    case 'columns_repeated':
      return text(`fileFault.${fault.kind}`, { line: fault.line, columns: formats.list(fault.columns) });
    default:
      return text(`fileFault.${fault.kind}`, fault);
  }
}

export function remarkSentence({ code, otherLine }: RowRemark, text: Text): string {
  const values = otherLine === undefined ? {} : { otherLine };
  if (isRowFault(code)) return text(`rowFault.${code}`, values);
  if (isRowNotice(code)) return text(`rowNotice.${code}`, values);
  return text('import.remark.unknown');
}

/** What is wrong with the file as a whole, when that is why nothing of it was read. */
export function fileFaultIn(failure: CallFailure): FileFault | undefined {
  if (failure.kind !== 'problem' || failure.code !== 'import_refused') return undefined;
  const refusal = ImportRefusal.safeParse(failure.details);
  return refusal.success && 'file' in refusal.data ? refusal.data.file : undefined;
}

const faults: ReadonlySet<string> = new Set(rowFaultCodes);
const notices: ReadonlySet<string> = new Set(rowNoticeCodes);

function isRowFault(code: string): code is RowFaultCode {
  return faults.has(code);
}

function isRowNotice(code: string): code is RowNoticeCode {
  return notices.has(code);
}
