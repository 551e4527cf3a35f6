/** Which kinds of places are proposed, why, and in which order. */
import { describe, expect, it } from 'vitest';
import { type OffSiteFacts, offSiteIdeas, offSitePolicy } from '../../api/domain/off-site-idea.ts';
import { visitorPolicies } from '../../api/domain/visitor-policy.ts';
import { daysAgo } from './account-stories.ts';

const nothing: OffSiteFacts = { visitorPolicy: 'unknown', tier: 'C', history: [], notes: [] };
const ideas = (facts: Partial<OffSiteFacts>) => offSiteIdeas({ ...nothing, ...facts }).map(({ place, code }) => [place, code]);

describe('an account without history', () => {
  it.each([
    ['welcome', ['client_office', 'office_welcomes']],
    ['by_exception', ['meal', 'office_by_exception']],
    ['forbidden', ['meal', 'office_forbidden']],
    ['unknown', ['client_office', 'office_unknown']],
  ] as const)('whose visitor policy is %s begins with %j', (visitorPolicy, first) => {
    expect(ideas({ visitorPolicy })).toEqual([first, ['our_office', 'our_own']]);
  });

  it('of the largest revenue is worth an evening', () => {
    expect(ideas({ tier: 'A' })).toContainEqual(['entertainment', 'top_tier']);
    expect(ideas({ tier: 'B' })).not.toContainEqual(['entertainment', 'top_tier']);
  });
});

describe('what has worked', () => {
  it('comes first, most often before latest', () => {
    const history = [
      { place: 'coffee', times: 1, lastOn: daysAgo(3) },
      { place: 'meal', times: 2, lastOn: daysAgo(90) },
      { place: 'conference', times: 1, lastOn: daysAgo(2) },
    ] as const;
    expect(ideas({ history })).toEqual([
      ['meal', 'worked_before'],
      ['conference', 'worked_before'],
      ['coffee', 'worked_before'],
    ]);
    expect(ideas({ history: history.toReversed() })).toEqual(ideas({ history }));
  });

  it('gives a kind of place its reason once', () => {
    expect(ideas({ visitorPolicy: 'forbidden', history: [{ place: 'meal', times: 1, lastOn: daysAgo(9) }] })).toEqual([
      ['meal', 'worked_before'],
      ['our_office', 'our_own'],
    ]);
  });
});

describe('an office that takes no visitors', () => {
  it('is never proposed, even where it worked before', () => {
    const history = [{ place: 'client_office', times: 9, lastOn: daysAgo(400) }] as const;
    expect(ideas({ visitorPolicy: 'forbidden', history }).map(([place]) => place)).not.toContain('client_office');
    for (const visitorPolicy of visitorPolicies.filter((policy) => policy !== 'forbidden')) {
      expect(ideas({ visitorPolicy, history })[0]).toEqual(['client_office', 'worked_before']);
    }
  });
});

describe('the last note about a key partner', () => {
  it.each([
    ['camera_off', true],
    ['disengaged', true],
    ['engaged', false],
    ['not_noticed', false],
  ] as const)('%s speaks for a coffee: %s', (engagement, may) => {
    const notes = [{ contactId: 'dana', engagement, notedOn: daysAgo(3) }];
    expect(ideas({ notes }).some(([, code]) => code === 'quiet_in_calls')).toBe(may);
  });

  it('that is newest names the person', () => {
    const notes = [
      { contactId: 'dana', engagement: 'camera_off', notedOn: daysAgo(30) },
      { contactId: 'sam', engagement: 'disengaged', notedOn: daysAgo(3) },
    ] as const;
    expect(offSiteIdeas({ ...nothing, notes })).toContainEqual({ place: 'coffee', code: 'quiet_in_calls', contactId: 'sam' });
  });
});

it('never proposes more than a few', () => {
  const all = ideas({
    tier: 'A',
    history: [{ place: 'meal', times: 1, lastOn: daysAgo(9) }],
    notes: [{ contactId: 'dana', engagement: 'camera_off', notedOn: daysAgo(3) }],
  });
  expect(all).toHaveLength(offSitePolicy.maxIdeas);
});
