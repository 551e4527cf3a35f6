/** The language that a host or browser reports, made one that Intl takes: Intl throws at anything else, and the page with it. */

const fallbackLocale = 'en';

/** BCP 47, canonical. What POSIX adds (`en_US.UTF-8`, `en-US@posix`) is cut off; what is no tag even then gives `en`. */
export function localeOf(reported: string | undefined): string {
  const tag = reported?.split(/[.@]/, 1)[0]?.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallbackLocale;
  } catch {
    return fallbackLocale;
  }
}
