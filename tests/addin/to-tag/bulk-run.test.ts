/** One answer to several meetings: the claim about each, what came of the portions, and of the undo. */
import { describe, expect, it } from 'vitest';
import {
  claimOf,
  commonSuggestion,
  progressOf,
  startedRun,
  withTagged,
  withWithdrawn,
} from '../../../addin/features/tagging/to-tag/bulk-run.ts';
import type { WholeAnswer } from '../../../addin/features/tagging/to-tag/open-meeting.ts';
import type { StoredTag } from '../../../addin/features/tagging/tagging-session.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { aMeeting } from './a-meeting.ts';

const virtual: WholeAnswer = { kind: 'modality', modality: 'virtual' };
const [first, second, third] = [aMeeting('1'), aMeeting('2'), aMeeting('3')];
const tag: StoredTag = {
  version: 1,
  outcome: 'held',
  modality: 'virtual',
  place: null,
  presentContactIds: [],
  engagement: {},
  spend: null,
  taggedBy: { id: '00000000-0000-4000-8000-000000000009', name: 'Ana' },
  onBehalfOf: null,
  taggedAt: '2026-11-23T10:00:00Z',
};
const tagged = ({ meetingId }: Meeting) => ({ kind: 'tagged', meetingId, tag }) as const;
const refused = ({ meetingId }: Meeting, code: string) => ({ kind: 'refused', meetingId, code }) as const;
const withdrawn = ({ meetingId }: Meeting) => ({ kind: 'withdrawn', meetingId, tag: null, lastTagVersion: 2 }) as const;

describe('the claim', () => {
  it('says how all of them met, on the ground of the newest version', () => {
    const claim = claimOf({ ...first, lastTagVersion: 2 }, virtual, 'Europe/Berlin');
    expect(claim).toMatchObject({
      meetingId: first.meetingId,
      outcome: 'held',
      modality: 'virtual',
      timeZone: 'Europe/Berlin',
      basedOnVersion: 2,
    });
  });

  it('says what happened instead', () => {
    expect(claimOf(first, { kind: 'outcome', outcome: 'no_show' }, 'UTC')).toMatchObject({ outcome: 'no_show', basedOnVersion: 0 });
  });
});

describe('the run', () => {
  const started = startedRun(virtual, 3);
  const half = withTagged(started, [first, second], [tagged(first), refused(second, 'tagged_meanwhile')]);
  const whole = withTagged(half, [third], [refused(third, 'tagged_meanwhile')]);

  it('knows what was stored, and of the others why not', () => {
    expect(whole.stored).toEqual([{ meeting: first, tag }]);
    expect([...whole.refused]).toEqual([['tagged_meanwhile', 2]]);
    expect([...half.refused], 'the one before stays as it was').toEqual([['tagged_meanwhile', 1]]);
  });

  it('says how far it is', () => {
    expect(progressOf(started)).toEqual({ done: 0, total: 3 });
    expect(progressOf(half)).toEqual({ done: 2, total: 3 });
    expect(progressOf({ ...half, waiting: 1 })).toEqual({ done: 3, total: 3 });
  });

  it('is taken back as far as it was stored', () => {
    const undoing = { ...withTagged(started, [first, second], [tagged(first), tagged(second)]), phase: 'undoing' as const };
    expect(progressOf(undoing)).toEqual({ done: 0, total: 2 });
    const undone = withWithdrawn(undoing, [withdrawn(first), refused(second, 'tagged_meanwhile')]);
    expect(undone.undone).toBe(1);
    expect([...undone.standing]).toEqual([['tagged_meanwhile', 1]]);
    expect(progressOf(undone)).toEqual({ done: 2, total: 2 });
  });
});

describe('the answer that is filled', () => {
  const suggesting = (modality: Meeting['suggestion']['modality']): Meeting => ({
    ...first,
    suggestion: { modality, confidence: 1, reasons: [] },
  });

  it.each([
    ['the one that all suggest', ['phone', 'phone'], 'phone'],
    ['none where they differ', ['phone', 'virtual'], undefined],
    ['none where one suggests nothing', ['phone', 'unknown'], undefined],
    ['none where all suggest nothing', ['unknown', 'unknown'], undefined],
  ] as const)('is %s', (_rule, modalities, suggested) => {
    expect(commonSuggestion(modalities.map(suggesting))).toBe(suggested);
  });
});
