/** Which slips are forgiven: one letter, and a wrong one only in long words. */
import { describe, expect, it } from 'vitest';
import { misspelt, spellingIndex } from '../../../api/domain/modality/misspelling.ts';

const index = spellingIndex(['online', 'remoto', 'videokonferenz', 'visio']);

describe('a slip', () => {
  it.each([
    ['onine', 'online'],
    ['onlinee', 'online'],
    ['onilne', 'online'],
    ['videokonfarenz', 'videokonferenz'],
    ['vdeokonferenz', 'videokonferenz'],
  ])('"%s" is meant for "%s"', (word, known) => {
    expect(misspelt(index, word)).toBe(known);
  });

  it.each([
    ['the word itself', 'online'],
    ['a wrong letter in a short word', 'reboto'],
    ['a wrong first letter', 'inline'],
    ['two slips', 'onlni'],
    ['a word too short to tell', 'visi'],
    ['a long word', 'o'.repeat(500)],
  ])('is not %s', (_, word) => {
    expect(misspelt(index, word)).toBeUndefined();
  });
});
