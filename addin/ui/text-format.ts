/** Turns a key of the catalogue and values into a sentence. Pure; the provider beside it hands it to the components. */
import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, en, type TextKey } from '../../api/contract/text/en.ts';

type TextValues = Readonly<Record<string, string | number>>;
export type Text = (key: TextKey, values?: TextValues) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { en };
const fallbackLanguage = 'en';

/**
 * The locale in which this page speaks, from the host's (BCP 47). A host in a language without a catalogue gets English words, and
 * numbers and dates in English with its own region's habits (`de-DE` → `en-DE`), so that one sentence never mixes two languages.
 */
export function textLocale(hostLocale: string): string {
  const locale = localeOf(hostLocale);
  if (catalogues[locale.language]) return locale.toString();
  return new Intl.Locale(fallbackLanguage, locale.region ? { region: locale.region } : {}).toString();
}

function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale(fallbackLanguage);
  }
}

/** Expects a locale as textLocale gives it. Messages are parsed at their first use. */
export function createText(locale: string): Text {
  const catalogue = catalogues[new Intl.Locale(locale).language] ?? en;
  const messages = new Map<TextKey, IntlMessageFormat>();
  return (key, values) => {
    const message = messages.get(key) ?? new IntlMessageFormat(catalogue[key], locale);
    messages.set(key, message);
    return String(message.format(values));
  };
}
