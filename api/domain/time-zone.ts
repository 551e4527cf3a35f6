/** Whether a time zone exists. Apart from the arithmetic of days, so that a page which only asks this stays small. */

/** IANA names and UTC; also offsets such as +02:00, which Intl knows as zones. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
