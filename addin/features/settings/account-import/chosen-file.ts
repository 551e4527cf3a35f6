/** The file that an admin chose, made ready for the wire. What can be told before sending is told here; all else is the server's word. */
import type { FileFault } from '../../../../api/contract/account-file-fault.ts';
import { maxFileBytes } from '../../../../api/contract/account-import.ts';

export interface ChosenFile {
  readonly fileName: string;
  readonly contentBase64: string;
}

/** `unreadable`: moved, renamed or locked since it was chosen. */
export type ChoiceFault = FileFault | { readonly kind: 'unreadable' };

export type FileChoice =
  | { readonly kind: 'read'; readonly file: ChosenFile }
  | { readonly kind: 'refused'; readonly fileName: string; readonly fault: ChoiceFault };

/** Why a file of this size need not be sent; undefined when it may be. */
export function sizeFault(bytes: number): FileFault | undefined {
  if (bytes === 0) return { kind: 'empty_file' };
  return bytes > maxFileBytes ? { kind: 'file_too_large', maxBytes: maxFileBytes } : undefined;
}

/** Never rejects. */
export async function readChosenFile(file: File): Promise<FileChoice> {
  const fileName = file.name;
  const fault = sizeFault(file.size);
  if (fault) return { kind: 'refused', fileName, fault };
  const contentBase64 = await base64Of(file);
  return contentBase64 === undefined
    ? { kind: 'refused', fileName, fault: { kind: 'unreadable' } }
    : { kind: 'read', file: { fileName, contentBase64 } };
}

/** By the browser's own reader: faster than any loop over twelve million bytes. Undefined when the file cannot be read. */
function base64Of(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.split(',', 2)[1] : undefined));
    reader.addEventListener('error', () => resolve(undefined));
    reader.readAsDataURL(file);
  });
}
