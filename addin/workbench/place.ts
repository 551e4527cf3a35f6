/** What a reload of the workbench keeps (person, theme, widths, day, meeting), as the URL's hash. Reads and writes text; holds nothing. */

export type ThemeName = 'default' | 'dark' | 'contrast' | 'glass';
type Shown = 'both' | 'outlook' | 'teams';

/** How Outlook shows an item to the pane: as it should, as classic Outlook sometimes does, or as something that is no meeting yet. */
export type ItemShape = 'plain' | 'series-id' | 'no-id' | 'unsaved' | 'message';
export const itemShapes: readonly ItemShape[] = ['plain', 'series-id', 'no-id', 'unsaved', 'message'];

export interface Place {
  readonly persona?: string | undefined;
  /** A local day, YYYY-MM-DD; absent means the last day with meetings. */
  readonly dayOn?: string | undefined;
  readonly itemId?: string | undefined;
  /** Whose calendar, by person; absent means the person's own. */
  readonly calendar?: string | undefined;
  readonly shape: ItemShape;
  readonly theme: ThemeName;
  readonly shown: Shown;
  readonly teamsWidthPx: number;
  readonly paneWidthPx: number;
  /** The hash route of our tab without the #, e.g. /accounts; empty means its own start page. */
  readonly page: string;
}

export const themeNames: readonly ThemeName[] = ['default', 'dark', 'contrast', 'glass'];
export const shownNames: readonly Shown[] = ['both', 'outlook', 'teams'];
export const teamsWidthsPx: readonly number[] = [320, 768, 1440];
export const paneWidthsPx: readonly number[] = [320, 400];

const defaultTeamsWidthPx = 768;
const defaultPaneWidthPx = 320;
const smallestWidthPx = 280;
const largestWidthPx = 2560;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

function oneOf<T extends string>(names: readonly T[], found: string | null): T | undefined {
  return names.find((name) => name === found);
}

function widthPx(found: string | null, otherwisePx: number): number {
  const askedPx = Number(found);
  return Number.isInteger(askedPx) && askedPx >= smallestWidthPx && askedPx <= largestWidthPx ? askedPx : otherwisePx;
}

/** The place that a hash names. Unknown or broken values fall back to their defaults; never throws. */
export function parsePlace(hash: string): Place {
  const found = new URLSearchParams(hash.replace(/^#/, ''));
  const day = found.get('day');
  return {
    persona: found.get('persona') ?? undefined,
    dayOn: day !== null && dayPattern.test(day) ? day : undefined,
    // Ids are base64: a bare + that was decoded to a space is meant as a +.
    itemId: found.get('item')?.replaceAll(' ', '+') ?? undefined,
    calendar: found.get('calendar') ?? undefined,
    shape: oneOf(itemShapes, found.get('shape')) ?? 'plain',
    theme: oneOf(themeNames, found.get('theme')) ?? 'default',
    shown: oneOf(shownNames, found.get('show')) ?? 'both',
    teamsWidthPx: widthPx(found.get('width'), defaultTeamsWidthPx),
    paneWidthPx: widthPx(found.get('paneWidth'), defaultPaneWidthPx),
    page: (found.get('page') ?? '').replace(/^#/, ''),
  };
}

/** The hash of a place, with the leading #; what equals the default is left out. */
export function formatPlace(place: Place): string {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['persona', place.persona],
    ['day', place.dayOn],
    ['item', place.itemId],
    ['calendar', place.calendar],
    ['shape', place.shape === 'plain' ? undefined : place.shape],
    ['theme', place.theme === 'default' ? undefined : place.theme],
    ['show', place.shown === 'both' ? undefined : place.shown],
    ['width', place.teamsWidthPx === defaultTeamsWidthPx ? undefined : String(place.teamsWidthPx)],
    ['paneWidth', place.paneWidthPx === defaultPaneWidthPx ? undefined : String(place.paneWidthPx)],
    ['page', place.page === '' ? undefined : place.page],
  ];
  const written = new URLSearchParams();
  for (const [name, value] of entries) if (value !== undefined) written.set(name, value);
  return `#${written.toString()}`;
}
