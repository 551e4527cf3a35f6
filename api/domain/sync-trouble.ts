/** What an admin should know of the calendars and what feeds them, worst first. Empty when all is well. Pure. */

/** Settled: left alone but for a try now and then, until somebody changes something. */
const settledStates = ['out_of_scope', 'no_mailbox', 'failed'] as const;
type SettledState = (typeof settledStates)[number];

export interface CalendarFacts {
  readonly state: 'waiting' | 'reading' | 'read' | SettledState;
  /** Since it was last read to its end, wholly or its changes; undefined when it never was. */
  readonly lagSeconds: number | undefined;
  readonly subscription: 'told' | 'refused' | 'none';
}

export interface SyncFacts {
  readonly calendars: readonly CalendarFacts[];
  /** When Graph began to refuse the app altogether. */
  readonly isConsentRefused: boolean;
  readonly directoryRefusal: DirectoryRefusal | undefined;
  /** Of the last hour. */
  readonly requests: number;
  readonly throttled: number;
  /** Messages that failed as often as they are tried. */
  readonly setAside: number;
}

/** Why members and reporting lines cannot be read: permission is missing, the group or unit is gone, or the answer was not understood. */
export const directoryRefusals = ['access_refused', 'not_found', 'unreadable'] as const;
export type DirectoryRefusal = (typeof directoryRefusals)[number];

export const syncTroubleKinds = [
  'consent_refused',
  'directory_refused',
  'directory_gone',
  'directory_unreadable',
  'set_aside',
  'failed',
  'late',
  'out_of_scope',
  'no_mailbox',
  'not_told',
  'throttled',
] as const;

export interface SyncTrouble {
  readonly kind: (typeof syncTroubleKinds)[number];
  /** Calendars or messages concerned; of throttling the share in percent, 1 to 100; otherwise 1. */
  readonly count: number;
}

export const syncTroublePolicy = {
  /** A calendar of which Graph tells is looked at every six hours besides; one more for a busy hour. */
  lateWhenToldSeconds: 7 * 3_600,
  /** Any other is looked at every quarter of an hour. */
  lateSeconds: 3_600,
  /** Below it Graph's throttling is how both sides find their pace. */
  throttledPercent: 5,
} as const;

const refusalTroubles = {
  access_refused: 'directory_refused',
  not_found: 'directory_gone',
  unreadable: 'directory_unreadable',
} as const satisfies Record<DirectoryRefusal, SyncTrouble['kind']>;

export function syncTroubles(facts: SyncFacts): readonly SyncTrouble[] {
  const { calendars, isConsentRefused, directoryRefusal, setAside } = facts;
  const inState = (state: SettledState): number => calendars.filter((calendar) => calendar.state === state).length;
  const percent = throttledPercent(facts);
  const counts: Partial<Record<SyncTrouble['kind'], number>> = {
    consent_refused: Number(isConsentRefused),
    ...(directoryRefusal && { [refusalTroubles[directoryRefusal]]: 1 }),
    set_aside: setAside,
    failed: inState('failed'),
    late: calendars.filter(isLate).length,
    out_of_scope: inState('out_of_scope'),
    no_mailbox: inState('no_mailbox'),
    not_told: calendars.filter(({ subscription }) => subscription === 'refused').length,
    throttled: percent >= syncTroublePolicy.throttledPercent ? percent : 0,
  };
  return syncTroubleKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}

/** A calendar that cannot be read has a trouble of its own; one that was never read is on its way. */
function isLate({ state, lagSeconds, subscription }: CalendarFacts): boolean {
  if (lagSeconds === undefined || settledStates.some((settled) => settled === state)) return false;
  return lagSeconds > (subscription === 'told' ? syncTroublePolicy.lateWhenToldSeconds : syncTroublePolicy.lateSeconds);
}

/** Rounded half up; 0 without a request. */
function throttledPercent({ requests, throttled }: SyncFacts): number {
  return requests === 0 ? 0 : Math.round((100 * throttled) / requests);
}
