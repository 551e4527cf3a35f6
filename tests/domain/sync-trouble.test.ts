/** What an admin is told of the calendars, and what is no trouble. */
import { describe, expect, it } from 'vitest';
import { type CalendarFacts, type SyncFacts, syncTroubles } from '../../api/domain/sync-trouble.ts';

const well: SyncFacts = {
  calendars: [
    { state: 'read', lagSeconds: 600, subscription: 'told' },
    { state: 'reading', lagSeconds: undefined, subscription: 'none' },
    { state: 'waiting', lagSeconds: undefined, subscription: 'none' },
  ],
  isConsentRefused: false,
  directoryRefusal: undefined,
  requests: 1_000,
  throttled: 0,
  setAside: 0,
};

function of(calendar: Partial<CalendarFacts>): ReturnType<typeof syncTroubles> {
  return syncTroubles({ ...well, calendars: [{ state: 'read', lagSeconds: 0, subscription: 'none', ...calendar }] });
}

it('all is well with calendars that are read, being read, or waiting for the first time', () => {
  expect(syncTroubles(well)).toEqual([]);
});

describe('a calendar is late', () => {
  it.each([
    ['none', 3_600, false],
    ['none', 3_601, true],
    ['refused', 3_601, true],
    ['told', 3_601, false],
    ['told', 25_200, false],
    ['told', 25_201, true],
  ] as const)('that is %s and was read %i seconds ago: %s', (subscription, lagSeconds, isLate) => {
    expect(of({ subscription, lagSeconds }).some(({ kind }) => kind === 'late')).toBe(isLate);
  });

  it('but not one that cannot be read: that is its trouble', () => {
    expect(of({ state: 'out_of_scope', lagSeconds: 1_000_000 })).toEqual([{ kind: 'out_of_scope', count: 1 }]);
  });
});

describe('throttling is told', () => {
  it.each([
    [44, []],
    [45, [{ kind: 'throttled', count: 5 }]],
    [1_000, [{ kind: 'throttled', count: 100 }]],
  ])('from five percent, rounded half up: %i of 1,000', (throttled, troubles) => {
    expect(syncTroubles({ ...well, throttled })).toEqual(troubles);
  });

  it('never without a request', () => {
    expect(syncTroubles({ ...well, requests: 0, throttled: 0 })).toEqual([]);
  });
});

it.each([
  ['access_refused', 'directory_refused'],
  ['not_found', 'directory_gone'],
  ['unreadable', 'directory_unreadable'],
] as const)('a directory that is %s has its own sentence', (directoryRefusal, kind) => {
  expect(syncTroubles({ ...well, directoryRefusal })).toEqual([{ kind, count: 1 }]);
});

it('what concerns most comes first, each with its count', () => {
  const troubles = syncTroubles({
    ...well,
    calendars: [
      { state: 'no_mailbox', lagSeconds: undefined, subscription: 'none' },
      { state: 'failed', lagSeconds: undefined, subscription: 'refused' },
      { state: 'failed', lagSeconds: 5, subscription: 'none' },
    ],
    isConsentRefused: true,
    setAside: 3,
  });
  expect(troubles).toEqual([
    { kind: 'consent_refused', count: 1 },
    { kind: 'set_aside', count: 3 },
    { kind: 'failed', count: 2 },
    { kind: 'no_mailbox', count: 1 },
    { kind: 'not_told', count: 1 },
  ]);
});
