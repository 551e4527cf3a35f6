/** How a text is cut into words: what compares as equal, what stands between. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../../api/domain/modality/words.ts';

describe('a word', () => {
  it.each([
    ['VIDEOCONFERÊNCIA', 'videoconferencia'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Møde', 'mode'],
    ['ΤΗΛΕΔΙΆΣΚΕΨΗ', 'τηλεδιασκεψη'],
    ['διαδικτυακώς', 'διαδικτυακωσ'],
    ['Cafe\u0301', 'cafe'],
  ])('"%s" compares as "%s"', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it.each([
    ['San-Telmo 512', ['san', 'telmo', '512']],
    ['Mirador383', ['mirador', '383']],
    ['Marina 1.000', ['marina', '1000']],
    ['Raum 2.14', ['raum', '2', '14']],
    ['3º piso', ['3', 'piso']],
    ['12K345', ['12', 'k', '345']],
  ])('is cut out of "%s"', (text, words) => {
    expect(wordsOf(text).map(({ folded }) => folded)).toEqual(words);
  });

  it.each([
    ['on-line', 'space'],
    ['d’accès', 'space'],
    ['Lunch & Learn', 'space'],
    ['Av. Central', 'dot'],
    ['Room 4', 'space'],
    ['Rome, Milan', 'break'],
    ['Rome\nMilan', 'break'],
    ['Rome / Milan', 'break'],
    ['B2', 'none'],
  ])('of "%s" has the gap %s before it', (text, gap) => {
    expect(wordsOf(text)[1]?.gap).toBe(gap);
  });

  it('stands in the text where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end, folded, isNumber } of wordsOf(text)) {
          const written = text.slice(start, end);
          expect(isNumber ? written.replaceAll('.', '') : fold(written)).toBe(folded);
        }
      }),
    );
  });
});
