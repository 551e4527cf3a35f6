/** Which phrase is found where: the longest, whole before parts, never over a break. */
import { describe, expect, it } from 'vitest';
import { matchAt, phraseIndex } from '../../../api/domain/modality/phrase-index.ts';
import { phraseList } from '../../../api/domain/modality/phrase-list.ts';
import { wordsOf } from '../../../api/domain/modality/words.ts';

const index = phraseIndex([
  ['room', 'room'],
  ['virtual room', 'online'],
  ['straat', 'whole'],
  ['*straat', 'street'],
  ['video*', 'video'],
  ['room', 'second'],
]);

describe('a phrase', () => {
  it.each([
    ['room 4', 'room', 1],
    ['Virtual Room', 'online', 2],
    ['virtual-room', 'online', 2],
    ['straat', 'whole', 1],
    ['Dorpsstraat', 'street', 1],
    ['Videokonferenz', 'video', 1],
  ])('in "%s" means %s', (text, meaning, length) => {
    expect(matchAt(index, wordsOf(text), 0)).toEqual({ meaning, length });
  });

  it.each(['virtual, room', 'virtual', 'rooms', 'xstraat', 'straatx', '4'])('is not in "%s"', (text) => {
    expect(matchAt(index, wordsOf(text), 0)).toBeUndefined();
  });
});

describe('a list of phrases', () => {
  it('is read over lines, without the lines that name a language', () => {
    expect(phraseList('\n  # German\n  vor Ort, beim Kunden,\n  Büro\n')).toEqual(['vor Ort', 'beim Kunden', 'Büro']);
  });
});
