/** The measures of the large strip, in pixels. */

/** A mark's own square, the drawing in it, and the height of a lane. On a phone a year of weekly meetings has to find room. */
export const stripSizes = {
  wide: { markPx: 18, shapePx: 14, lanePx: 20 },
  narrow: { markPx: 13, shapePx: 11, lanePx: 14 },
} as const;

export type StripSize = (typeof stripSizes)[keyof typeof stripSizes];

/** Below this width marks are small, and only every third month has a name. */
export const wideFromPx = 560;
/** Of the line of words above the marks, and of the one below. */
export const labelPx = 20;
