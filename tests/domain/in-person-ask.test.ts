/** On which days somebody may have been asked to meet, and may have answered. */
import { describe, expect, it } from 'vitest';
import { askAnswers, decideAsk, decideAskAnswer } from '../../api/domain/in-person-ask.ts';
import { daysAgo, todayOn } from './account-stories.ts';

const dana = new Set(['dana']);

describe('an invitation', () => {
  it.each([0, 1, 364, 365])('may have been made %i days ago', (days) => {
    const claim = { contactId: 'dana', askedOn: daysAgo(days) };
    expect(decideAsk(claim, dana, todayOn)).toEqual({ ok: true, value: claim });
  });

  it.each([-1, 366])('never was made %i days ago', (days) => {
    expect(decideAsk({ contactId: 'dana', askedOn: daysAgo(days) }, dana, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'ask_day_not_possible', firstOn: daysAgo(365), lastOn: todayOn },
    });
  });

  it('goes to somebody of the account', () => {
    expect(decideAsk({ contactId: 'kim', askedOn: todayOn }, dana, todayOn)).toEqual({
      ok: false,
      failure: { kind: 'not_of_this_account', contactIds: ['kim'] },
    });
  });
});

describe('its answer', () => {
  it.each([0, 4, 5])('may come %i days ago when it was made five days ago', (days) => {
    const claim = { answer: 'accepted', answeredOn: daysAgo(days) } as const;
    expect(decideAskAnswer(claim, daysAgo(5), todayOn)).toEqual({ ok: true, value: claim });
  });

  it.each([-1, 6])('never comes %i days ago', (days) => {
    expect(decideAskAnswer({ answer: 'declined', answeredOn: daysAgo(days) }, daysAgo(5), todayOn)).toEqual({
      ok: false,
      failure: { kind: 'ask_day_not_possible', firstOn: daysAgo(5), lastOn: todayOn },
    });
  });

  it('is one of a closed list', () => {
    expect(askAnswers).toEqual(['accepted', 'declined', 'no_answer']);
  });
});
