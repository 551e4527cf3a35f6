/** Which read a mailbox needs next: at, below and above each interval. */
import { describe, expect, it } from 'vitest';
import { dueRead, type MailboxStanding } from '../../../api/features/sync/due-read.ts';

const nowAt = new Date('2026-05-04T12:00:00Z');
const before = (ms: number): Date => new Date(nowAt.getTime() - ms);
const minute = 60_000;
const day = 24 * 60 * minute;

const settled: MailboxStanding = {
  underWay: undefined,
  isWaiting: false,
  wholeAt: before(minute),
  baselineAt: before(minute),
  changesAt: before(minute),
  hasDeltaLink: true,
  isTold: false,
};

describe('of the clock alone', () => {
  it.each([
    ['nothing when all is fresh', {}, undefined],
    ['everything when somebody asks for it', { isWaiting: true }, 'whole'],
    ['everything when it was never read', { wholeAt: undefined }, 'whole'],
    ['everything after a day', { wholeAt: before(day) }, 'whole'],
    ['not before', { wholeAt: before(day - 1) }, undefined],
    ['a baseline when there is no link', { hasDeltaLink: false }, 'baseline'],
    ['a baseline after a week', { baselineAt: before(7 * day) }, 'baseline'],
    ['not before', { baselineAt: before(7 * day - 1) }, undefined],
    ['changes after a quarter of an hour', { changesAt: before(15 * minute) }, 'changes'],
    ['not before', { changesAt: before(15 * minute - 1) }, undefined],
    ['changes after six hours while Graph tells', { isTold: true, changesAt: before(6 * 60 * minute) }, 'changes'],
    ['not before', { isTold: true, changesAt: before(6 * 60 * minute - 1) }, undefined],
    ['what was cut off, before anything else', { underWay: 'changes', isWaiting: true }, 'changes'],
  ] as const)('%s', (_what, changes, expected) => {
    expect(dueRead({ ...settled, ...changes }, { nowAt, changedAt: undefined })).toBe(expected);
  });
});

describe('when somebody tells of a change', () => {
  it('changes are due when it came after the last round began', () => {
    expect(dueRead(settled, { nowAt, changedAt: before(minute - 1) })).toBe('changes');
  });

  it('nothing is due when the last round began later: it has seen the change', () => {
    expect(dueRead(settled, { nowAt, changedAt: before(minute) })).toBeUndefined();
  });
});
