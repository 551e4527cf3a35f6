/** Reads a location that a system handed over in Base64 instead of as text. Leaves everything else as it is. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Shorter rows of letters are words; longer ones are attachments. */
const minCharacters = 8;
const maxCharacters = 4_000;
const encodedShape = /^[A-Za-z0-9+/]+={0,2}$/;
/** A word that only looks encoded decodes to control characters and signs. */
const readable = /^[\p{L}\p{N}\p{P}\p{Zs}\s°]+$/u;

/** The decoded text when the whole is Base64 of readable UTF-8, as `Wm9vbSBjYWxs` is; otherwise the text itself. */
export function decodedText(text: string): string {
  const encoded = text.trim();
  if (encoded.length < minCharacters || encoded.length > maxCharacters || encoded.length % 4 !== 0 || !encodedShape.test(encoded))
    return text;
  const decoded = utf8(bytesOf(encoded));
  return decoded !== undefined && readable.test(decoded) ? decoded : text;
}

function bytesOf(encoded: string): readonly number[] {
  const bytes: number[] = [];
  const letters = encoded.replace(/=+$/, '');
  let bits = 0;
  let value = 0;
  for (const letter of letters) {
    value = ((value << 6) | alphabet.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return bytes;
}

/** Undefined when the bytes are no UTF-8. */
function utf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}
