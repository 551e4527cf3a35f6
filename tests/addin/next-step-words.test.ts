/** The sentence of each next step, and whom it is about. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import type { NextStep } from '../../api/contract/next-step.ts';
import { nextStepSentence, personToInvite } from '../../addin/features/accounts/next-step-words.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { createText } from '../../addin/ui/text-format.ts';

const words = { text: createText('en', en), formats: createFormats({ locale: 'en', timeZone: 'UTC' }) };
const todayOn = '2026-11-23';
const dana = { contactId: '00000000-0000-4000-8000-000000000001', name: 'Dana' };
const sam = { contactId: '00000000-0000-4000-8000-000000000002', name: 'Sam' };
const invite = { code: 'invite', contact: dana, virtualStreak: 0, lastNearOn: null, dueOn: null } as const;

describe('the sentence', () => {
  it.each<[string, NextStep]>([
    ['Paused until Tue, Dec 1', { code: 'paused', untilOn: '2026-12-01' }],
    ['Did the visit of Fri, Nov 20 take place?', { code: 'say_what_happened', plannedOn: '2026-11-20' }],
    ['Answer 1 meeting first', { code: 'answer_meetings', count: 1 }],
    ['Answer 3 meetings first', { code: 'answer_meetings', count: 3 }],
    ['Visit planned on Thu, Nov 26, in 3 days', { code: 'visit_planned', on: '2026-11-26' }],
    ['Dana said yes: set a day', { code: 'set_day', contact: dana }],
    ['Name the people who decide', { code: 'name_key_partners' }],
    ['Meet Dana too: not met in person yet', { code: 'meet_key_partner', contact: dana, lastNearOn: null }],
    ['Meet Dana too: last in person 100 days ago', { code: 'meet_key_partner', contact: dana, lastNearOn: '2026-08-15' }],
    ['All is well until Tue, Dec 1', { code: 'all_well', untilOn: '2026-12-01' }],
    ['You asked Dana yesterday: the answer is open', { code: 'await_answer', contact: dana, askedOn: '2026-11-22' }],
    ['Ask Dana again: asked twice, last 20 days ago', { code: 'ask_again', contact: dana, times: 2, askedOn: '2026-11-03' }],
    ['Asked Dana three times without a yes: ask Sam, or their boss?', { code: 'ask_somebody_else', contact: dana, times: 3, other: sam }],
    [
      'Asked Dana 4 times without a yes: ask somebody else, or their boss?',
      { code: 'ask_somebody_else', contact: dana, times: 4, other: null },
    ],
    ['Invite Dana: not met in person yet', invite],
    ['Invite somebody: not met in person yet', { ...invite, contact: null }],
    ['Invite Dana: 1 remote meeting, never in person', { ...invite, virtualStreak: 1 }],
    ['Invite Dana: last in person 40 days ago', { ...invite, lastNearOn: '2026-10-14' }],
    ['Invite Dana: 6 remote meetings in a row, last in person 330 days ago', { ...invite, virtualStreak: 6, lastNearOn: '2025-12-28' }],
    ['Invite Dana by Sat, Nov 28: last in person 40 days ago', { ...invite, lastNearOn: '2026-10-14', dueOn: '2026-11-28' }],
  ])('%s', (sentence, step) => {
    expect(nextStepSentence(step, todayOn, words)).toBe(sentence);
  });
});

describe('whom to invite', () => {
  it.each<[NextStep, string | undefined]>([
    [invite, dana.contactId],
    [{ ...invite, contact: null }, undefined],
    [{ code: 'ask_somebody_else', contact: dana, times: 3, other: sam }, sam.contactId],
    [{ code: 'ask_somebody_else', contact: dana, times: 3, other: null }, undefined],
    [{ code: 'set_day', contact: dana }, dana.contactId],
    [{ code: 'paused', untilOn: '2026-12-01' }, undefined],
  ])('%j', (step, contactId) => {
    expect(personToInvite(step)).toBe(contactId);
  });
});
