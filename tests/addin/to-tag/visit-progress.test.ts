/** What the answers of a visit did to the coverage: against what it was before the first of them, and nothing where that is not known. */
import { describe, expect, it } from 'vitest';
import { coverageNews, progressOfVisit, type VisitProgress } from '../../../addin/client/visit-progress.ts';

const reply = (coverage: number | null) => ({ week: { answered: 0, total: 4 }, coverage });
const percent = (share: number): string => `${Math.round(share * 100)}%`;
const visit = (...replies: readonly [coverage: number | null, hasAnswered: boolean][]): VisitProgress | undefined =>
  replies.reduce<VisitProgress | undefined>(
    (last, [coverage, hasAnswered]) => progressOfVisit(reply(coverage), last, { hasAnswered }),
    undefined,
  );

describe('the coverage before', () => {
  it('is that of the last reply before the first answer', () => {
    expect(visit([0.5, false], [0.58, false], [0.6, true], [0.63, true])).toMatchObject({ coverageBefore: 0.58, coverage: 0.63 });
  });

  it('is not known when the first reply came after an answer', () => {
    expect(visit([0.6, true], [0.63, true])?.coverageBefore).toBeNull();
  });

  it('is known once the calendar is read, as long as nothing was answered', () => {
    expect(visit([null, false], [0.58, false], [0.63, true])?.coverageBefore).toBe(0.58);
  });
});

describe('the news', () => {
  it.each([
    [0.58, 0.63, { kind: 'changed', before: '58%', after: '63%' }],
    [0.63, 0.58, { kind: 'changed', before: '63%', after: '58%' }],
    [0.58, 0.58, { kind: 'same', after: '58%' }],
    [0.581, 0.584, { kind: 'same', after: '58%' }],
    [0, 0.63, { kind: 'changed', before: '0%', after: '63%' }],
    [null, 0.63, undefined],
    [0.58, null, undefined],
  ])('from %s to %s', (coverageBefore, coverage, news) => {
    expect(coverageNews({ coverageBefore, coverage }, percent)).toEqual(news);
  });
});
