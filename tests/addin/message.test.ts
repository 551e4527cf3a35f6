/** Our reader of messages against the full library: every message of the catalogue reads the same by both. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../api/contract/text/languages.ts';
import { messageReader } from '../../addin/ui/message.ts';
import { tabTexts } from '../../addin/tab/tab-texts.ts';

const read = messageReader('en-GB');

/** Counts around every plural form, a large one, and words around every selection that the catalogue knows. */
const counts = [0, 1, 2, 3, 5, 1_234, 1_000_000];
const fewestComparisons = 1_000;

describe('a message', () => {
  it.each([
    ['{count, plural, one {# day} other {# days}}', { count: 1 }, '1 day'],
    ['{count, plural, one {# day} other {# days}}', { count: 1_200 }, '1,200 days'],
    ['{count, plural, =0 {none} =1 {exactly one} one {one} other {#}}', { count: 1 }, 'exactly one'],
    ['{how, select, near {seen} other {called ({name})}}', { how: 'far', name: 'Dana' }, 'called (Dana)'],
    ['{share, number} of # is not a number', { share: 2_500 }, '2,500 of # is not a number'],
    ['{tag}', { tag: '{braces} in a value are words' }, '{braces} in a value are words'],
    ['', {}, ''],
  ])('%s with %o reads %s', (source, values, words) => {
    expect(read(source)(values)).toBe(words);
  });

  it.each([
    '{count, plural, one {# day}}',
    '{count, plural, one {# day} other {# days}',
    '{count} days}',
    '{when, date, short}',
    '{count, plural, other}',
    '{}',
  ])('%s cannot be read', (source) => {
    expect(() => read(source)).toThrow(SyntaxError);
  });

  it('asks for every value', () => {
    expect(() => read('{count, number} of {total}')({ count: 1 })).toThrow('total');
  });
});

describe('the catalogue', () => {
  it.each(languages)('in %s reads the same by our reader and by the full library', async (language) => {
    const readHere = messageReader(language);
    const compared = Object.entries(await tabTexts[language]()).flatMap(([key, source]) =>
      samples(source).map((values) => ({ key, values, source })),
    );
    const different = compared.filter(
      ({ source, values }) => readHere(source)(values) !== new IntlMessageFormat(source, language).format(values),
    );
    expect(different).toEqual([]);
    expect(compared.length).toBeGreaterThan(fewestComparisons);
  });
});

/** Values for everything that the message names, so that each of its branches is taken at least once. */
function samples(source: string): readonly Record<string, string | number>[] {
  const names = [...new Set([...source.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))];
  const counted = new Set([...source.matchAll(/\{\s*(\w+)\s*,\s*(?:plural|number)/g)].map(([, name = '']) => name));
  const words = ['some words', ...[...source.matchAll(/(\w+) \{/g)].map(([, selector = '']) => selector)];
  const rounds = Math.max(counts.length, words.length);
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      names.map((name) => [name, counted.has(name) ? (counts[round % counts.length] ?? 0) : (words[round % words.length] ?? '')]),
    ),
  );
}
