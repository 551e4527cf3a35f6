/** Microsoft's addresses as they are in production, and the one switch by which simulators stand in for them. */

export const entraOrigin = 'https://login.microsoftonline.com';
export const graphOrigin = 'https://graph.microsoft.com';

/** The same path and query on another origin; unchanged when there is no stand-in or the address is not under `origin`. */
export function redirected(url: string, origin: string, standIn: string | undefined): string {
  if (standIn === undefined || !url.startsWith(`${origin}/`)) return url;
  return standIn.replace(/\/$/, '') + url.slice(origin.length);
}
