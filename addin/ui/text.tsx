/** Fetches what the page says and hands it down to the components, in the host's language where there is a catalogue for it. */
import { createContext, type JSX, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Catalogue } from '../../api/contract/text/en.ts';
import { start } from '../../api/contract/text/en/start.ts';
import { type FaceTexts, languages } from '../../api/contract/text/languages.ts';
import { createFormats, deviceTimeZone, type Formats } from './formats.ts';
import { createText, type Text, textLanguage, textLocale } from './text-format.ts';

export interface Texts {
  /** As textLocale gives it. */
  readonly locale: string;
  readonly catalogue: Partial<Catalogue>;
}

/** For a page whose texts did not arrive. */
export const startTexts: Texts = { locale: 'en', catalogue: start };

/** The texts for a host's locale (BCP 47); English when its own do not arrive. Rejects when neither does. */
export async function loadTexts(face: FaceTexts, hostLocale: string): Promise<Texts> {
  const locale = textLocale(hostLocale);
  const language = textLanguage(locale);
  try {
    return { locale, catalogue: await face[language]() };
  } catch (error) {
    const [fallback] = languages;
    if (language === fallback) throw error;
    return loadTexts(face, fallback);
  }
}

interface Language {
  readonly text: Text;
  readonly formats: Formats;
  /** IANA zone of this device. */
  readonly timeZone: string;
}

const LanguageContext = createContext<Language | undefined>(undefined);

interface LanguageProviderProps {
  readonly texts: Texts;
  readonly children: ReactNode;
}

/** Tells the browser the page's language, too: who hears the page hears it in the right voice. */
export function LanguageProvider({ texts, children }: LanguageProviderProps): JSX.Element {
  const language = useMemo(() => languageOf(texts), [texts]);
  useEffect(() => {
    document.documentElement.lang = texts.locale;
  }, [texts.locale]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

function languageOf({ locale, catalogue }: Texts): Language {
  const timeZone = deviceTimeZone();
  return { text: createText(locale, catalogue), formats: createFormats({ locale, timeZone }), timeZone };
}

/** Only below a LanguageProvider: every page has one. */
function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('no language around this component');
  return language;
}

export function useText(): Text {
  return useLanguage().text;
}

export function useFormats(): Formats {
  return useLanguage().formats;
}

export function useTimeZone(): string {
  return useLanguage().timeZone;
}
