// Counts what was asked of Graph, by kind, for tests and benches that mind the number of requests. Refused requests count too.

/** The first pattern that fits a path names its kind; what fits none is `other`. */
const kinds = [
  ['batch', /^\/v1\.0\/\$batch$/],
  ['calendarViewDelta', /^\/v1\.0\/users\/[^/]+\/calendarView\/delta$/],
  ['calendarView', /^\/v1\.0\/users\/[^/]+\/calendarView$/],
  ['event', /^\/v1\.0\/users\/[^/]+\/events\/[^/]+$/],
  ['usersDelta', /^\/v1\.0\/users\/delta$/],
  ['manager', /^\/v1\.0\/users\/[^/]+\/manager$/],
  ['user', /^\/v1\.0\/users\/[^/]+$/],
  ['groupMembers', /^\/v1\.0\/groups\/[^/]+\/members$/],
  ['administrativeUnitMembers', /^\/v1\.0\/directory\/administrativeUnits\/[^/]+\/members$/],
  ['organization', /^\/v1\.0\/organization$/],
  ['subscriptions', /^\/v1\.0\/subscriptions(\/|$)/],
] as const;

/** `all` counts requests, `refused` those of them answered with 400 or more. An item of a batch counts under its own kind, and as `batchItems`. */
type Counts = Readonly<Record<string, { readonly all: number; readonly refused: number }>>;

export interface RequestCounter {
  readonly count: (request: { readonly path: string; readonly status: number; readonly isBatchItem: boolean }) => void;
  readonly counts: () => Counts;
  readonly reset: () => void;
}

/** A counter at zero; a kind that was never asked for is absent. */
export function createRequestCounter(): RequestCounter {
  let counts: Counts = {};
  const add = (kind: string, status: number): void => {
    const { all, refused } = counts[kind] ?? { all: 0, refused: 0 };
    counts = { ...counts, [kind]: { all: all + 1, refused: refused + (status >= 400 ? 1 : 0) } };
  };
  return {
    count: ({ path, status, isBatchItem }) => {
      add(kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other', status);
      if (isBatchItem) add('batchItems', status);
    },
    counts: () => counts,
    reset: () => {
      counts = {};
    },
  };
}
