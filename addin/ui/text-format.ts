/** Turns a key of the catalogue and values into a sentence, and chooses in which language. Pure; text.tsx hands it to the components. */
import type { Catalogue, TextKey } from '../../api/contract/text/en.ts';
import { type Language, languages } from '../../api/contract/text/languages.ts';
import { type Message, messageReader, type MessageValues } from './message.ts';

export type Text = (key: TextKey, values?: MessageValues) => string;

const [fallbackLanguage] = languages;

/**
 * The locale in which this page speaks, from the host's (BCP 47). A host in a language without a catalogue gets English words, and
 * numbers and dates in English with its own region's habits (`pt-BR` → `en-BR`), so that one sentence never mixes two languages.
 */
export function textLocale(hostLocale: string): string {
  const locale = localeOf(hostLocale);
  if (isLanguage(locale.language)) return locale.toString();
  return new Intl.Locale(fallbackLanguage, locale.region ? { region: locale.region } : {}).toString();
}

/** The catalogue of a locale as textLocale gives it. */
export function textLanguage(locale: string): Language {
  const { language } = localeOf(locale);
  return isLanguage(language) ? language : fallbackLanguage;
}

function isLanguage(language: string): language is Language {
  return languages.some((known) => known === language);
}

function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(fallbackLanguage);
  }
}

/**
 * Expects a locale as textLocale gives it, and its language's catalogue or the part of it that the page has. Messages are read at their
 * first use. A key that the page lacks is shown as it is: a test holds that no page asks for one.
 */
export function createText(locale: string, catalogue: Partial<Catalogue>): Text {
  const read = messageReader(locale);
  const messages = new Map<TextKey, Message>();
  return (key, values = noValues) => {
    const message = messages.get(key) ?? read(catalogue[key] ?? key);
    messages.set(key, message);
    return message(values);
  };
}

const noValues: MessageValues = {};
