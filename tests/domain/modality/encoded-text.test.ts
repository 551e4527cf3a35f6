/** Which locations are read as Base64; all others stay as they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedText } from '../../../api/domain/modality/encoded-text.ts';

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

describe('an encoded location', () => {
  it.each(['Zoom call', 'Büro, 3. Stock', 'Sala de reuniones\n', 'Οδός Ερμού 12', '会議室 B'])('is read: "%s"', (text) => {
    expect(decodedText(encoded(text))).toBe(text);
    expect(decodedText(` ${encoded(text)}\n`)).toBe(text);
  });

  it.each([
    '',
    'Zoom',
    'Restaurant12',
    'Konferenzraum',
    'Hauptbahnhof',
    'Berlin Mitte',
    '12345678',
    'AAAAAAAA',
    encoded('\u0000\u0001\u0002 Zoom'),
  ])('is not "%s"', (text) => {
    expect(decodedText(text)).toBe(text);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 60 }), (bytes) => {
        expect(decodedText(Buffer.from(bytes).toString('base64'))).toBeTypeOf('string');
      }),
    );
  });
});
