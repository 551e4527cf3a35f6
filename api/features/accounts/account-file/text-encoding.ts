/** Bytes of a text file as text, piece by piece: finds the encoding, or the line where a file changes it. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { Buffer, isUtf8 } from 'node:buffer';
import { ok, refused, type Result } from '../../../domain/result.ts';
import type { Encoding } from './table.ts';

const pieceBytes = 64 * 1024;
/** Enough of a header to tell UTF-16 by its zero bytes: in the Latin letters of our column names every other byte is one. */
const sampleBytes = 32;

/** The order matters: what has zero bytes is no 8-bit text, what is valid UTF-8 is hardly ever anything else. */
export function detectEncoding(bytes: Uint8Array): Result<Encoding, FileFault> {
  if (startsWith(bytes, [0xff, 0xfe])) return ok('utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return ok('utf-16be');
  const utf16 = utf16ByZeros(bytes.subarray(0, sampleBytes));
  if (utf16) return ok(utf16);
  if (bytes.includes(0)) return refused({ kind: 'not_a_table' });
  if (isUtf8(bytes)) return ok('utf-8');
  const mixed = changeOfEncoding(bytes);
  return mixed ? refused({ kind: 'mixed_encodings', ...mixed }) : ok('windows-1252');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function utf16ByZeros(sample: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = Math.floor(sample.length / 2);
  if (even === 0 && odd > 0 && odd === half) return 'utf-16le';
  return odd === 0 && even > 0 && even >= half ? 'utf-16be' : undefined;
}

/** The first line beyond ASCII that is not of the encoding of an earlier one. A byte order mark counts as a line of UTF-8. */
function changeOfEncoding(bytes: Uint8Array): { readonly line: number; readonly otherLine: number } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let first: { readonly line: number; readonly isUtf8: boolean } | undefined;
  let line = 0;
  for (let start = 0; start < buffer.length;) {
    line += 1;
    const newline = buffer.indexOf(0x0a, start);
    const end = newline === -1 ? buffer.length : newline + 1;
    const text = buffer.subarray(start, end);
    if (text.some((byte) => byte > 0x7f)) {
      const found = { line, isUtf8: isUtf8(text) };
      first ??= found;
      if (found.isUtf8 !== first.isUtf8) return { line, otherLine: first.line };
    }
    start = end;
  }
  return undefined;
}

/** Never throws: a damaged character of UTF-16 becomes U+FFFD, which the row that has it is refused for. Without the byte order mark. */
export function* decode(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = encoding === 'windows-1252' ? undefined : new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    yield decoder ? decoder.decode(piece, { stream: true }) : decodeWindows1252(piece);
  }
  if (decoder) yield decoder.decode();
}

/** 0x80 to 0x9F; the five that stand for nothing stay the control characters that rows are refused for. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not by TextDecoder: several versions of Node 20, 22 and 24 take it for Latin-1 (https://github.com/nodejs/node/issues/56542). */
function decodeWindows1252(piece: Uint8Array): string {
  const latin1 = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}
