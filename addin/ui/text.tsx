/** Hands sentences and formats down to the components, in the host's language where there is a catalogue for it. */
import { createContext, type JSX, type ReactNode, useContext, useMemo } from 'react';
import { createFormats, deviceTimeZone, type Formats } from './formats.ts';
import { createText, type Text, textLocale } from './text-format.ts';

interface Language {
  readonly text: Text;
  readonly formats: Formats;
  /** IANA zone of this device. */
  readonly timeZone: string;
}

function languageOf(hostLocale: string): Language {
  const locale = textLocale(hostLocale);
  const timeZone = deviceTimeZone();
  return { text: createText(locale), formats: createFormats({ locale, timeZone }), timeZone };
}

const LanguageContext = createContext<Language>(languageOf('en'));

export function LanguageProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }): JSX.Element {
  const language = useMemo(() => languageOf(locale), [locale]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useText(): Text {
  return useContext(LanguageContext).text;
}

export function useFormats(): Formats {
  return useContext(LanguageContext).formats;
}

export function useTimeZone(): string {
  return useContext(LanguageContext).timeZone;
}
