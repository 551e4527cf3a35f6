/** How many requests may be under way at once: slowly more while all goes well, half as many when the other side has had enough. Pure. */

export interface AdaptiveLimit {
  /** At least 1; how many may be under way is its whole part. */
  readonly limit: number;
  /** When it was last halved, in ms of the caller's clock. */
  readonly halvedAtMs: number | undefined;
}

export const limitPolicy = {
  atFirst: 16,
  least: 1,
  most: 64,
  /** Refusals of requests sent together are one sign, not many. */
  oneSignMs: 1_000,
} as const;

export const firstLimit: AdaptiveLimit = { limit: limitPolicy.atFirst, halvedAtMs: undefined };

/** One more after as many successes as are allowed at once. */
export function afterSuccess({ limit, halvedAtMs }: AdaptiveLimit): AdaptiveLimit {
  return { limit: Math.min(limitPolicy.most, limit + 1 / limit), halvedAtMs };
}

export function afterRefusal({ limit, halvedAtMs }: AdaptiveLimit, nowMs: number): AdaptiveLimit {
  if (halvedAtMs !== undefined && nowMs - halvedAtMs < limitPolicy.oneSignMs) return { limit, halvedAtMs };
  return { limit: Math.max(limitPolicy.least, limit / 2), halvedAtMs: nowMs };
}
