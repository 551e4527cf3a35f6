/** Every language says everything that English says, in every face, and says it in its own words. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { TextKey } from '../../api/contract/text/en.ts';
import { type FaceTexts, languages } from '../../api/contract/text/languages.ts';
import { myDataTexts } from '../../addin/pane/my-data-texts.ts';
import { paneTexts } from '../../addin/pane/pane-texts.ts';
import { tabTexts } from '../../addin/tab/tab-texts.ts';

const [english, ...others] = languages;
const faces: Readonly<Record<string, FaceTexts>> = { pane: paneTexts, tab: tabTexts, 'my data': myDataTexts };

const englishTexts = messagesOf(await tabTexts[english]());

describe.each(others)('the catalogue in %s', (language) => {
  it.each(Object.keys(faces))('has exactly the keys of the face %s', async (name) => {
    const face = faces[name] ?? tabTexts;
    const [own, its] = await Promise.all([face[language](), face[english]()]);
    expect(Object.keys(own).sort()).toEqual(Object.keys(its).sort());
  });

  it('asks for the same values as English, and offers the same choices', async () => {
    const texts = await tabTexts[language]();
    const different = englishTexts.filter(([key, message]) => signature(texts[key] ?? '').join() !== signature(message).join());
    expect(different.map(([key, message]) => [key, texts[key], message])).toEqual([]);
  });

  it('leaves no message in English', async () => {
    const texts = await tabTexts[language]();
    const left = englishTexts.filter(([key, message]) => texts[key] === message && /\p{L}{2}/u.test(wordsOf(message)));
    expect(left.map(([, message]) => message).filter((message) => !saidAlike[language].includes(message))).toEqual([]);
  });

  it('says nothing twice in a list of which one is chosen', async () => {
    const texts = await tabTexts[language]();
    const said = closedLists.flatMap((list) => {
      const keys = englishTexts.map(([key]) => key).filter((key) => list.test(key));
      return keys.map((key) => `${String(list)} ${texts[key] ?? ''}`);
    });
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });
});

describe.each(languages)('what is said in %s', (language) => {
  it('is plain: no exclamation marks, no emoji, no product name of others', async () => {
    const messages = Object.values(await tabTexts[language]());
    expect(messages.filter((message) => /[!¡]|\p{Extended_Pictographic}|FaceTime/u.test(message))).toEqual([]);
  });
});

/** Words that are the same in both languages. */
const saidAlike: Readonly<Record<(typeof others)[number], readonly string[]>> = {
  de: ['Firsthand', 'Team', 'Name', 'Hybrid', '{count, number} hybrid', 'Person', 'Coach', 'Remote', '{count} remote', 'Esc'],
  es: ['Firsthand', 'Virtual', 'No', 'Ctrl A', 'Esc', 'Roles'],
};

const closedLists = [
  /^word\.[a-z_]+$/,
  /^modality\./,
  /^outcome\./,
  /^place\./,
  /^engagement\./,
  /^visitors\./,
  /^pauseReason\./,
  /^role\./,
];

/** What the message takes: each value by its name, and each word that a `select` knows. */
function signature(message: string): readonly string[] {
  return [...new Set(namesIn(new IntlMessageFormat(message, 'en').getAst()))].sort();
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function namesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if ('options' in element) {
      const options = Object.entries(element.options);
      const words = 'pluralType' in element ? [] : options.map(([word]) => `${element.value}=${word}`);
      return [element.value, ...words, ...options.flatMap(([, { value }]) => namesIn(value))];
    }
    return isPlainText(element) || !('value' in element) ? [] : [element.value];
  });
}

/** By the library's own number for it. */
function isPlainText({ type }: Element): boolean {
  return Number(type) === 0;
}

/** Without its values and choices: only what is said in every case. */
function wordsOf(message: string): string {
  return message.replaceAll(/\{\w+(?:, number)?\}/g, '');
}

function messagesOf(texts: Readonly<Partial<Record<TextKey, string>>>): readonly (readonly [TextKey, string])[] {
  return (Object.keys(texts) as TextKey[]).map((key) => [key, texts[key] ?? '']);
}
