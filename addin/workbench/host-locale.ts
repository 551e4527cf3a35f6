/** The language that both hosts report to our pages. */

/** The browser's language as a valid tag. A browser started in the POSIX locale reports en-US@posix, which Intl refuses. */
export function hostLocale(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
