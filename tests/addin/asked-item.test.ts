/** Which item of Outlook the server is asked about: nothing private, nothing unsaved, and never another one than is open. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../addin/host/host.ts';
import { askedItem, sharedItemOf, soleMatch } from '../../addin/pane/asked-item.ts';

const times = { startsAt: '2026-11-20T11:30:00.000Z', endsAt: '2026-11-20T13:00:00.000Z' };
const lunch: Item & { readonly kind: 'appointment' } = {
  kind: 'appointment',
  itemId: 'AA-bb_',
  isUnsaved: false,
  ownerMail: undefined,
  ...times,
  isSeries: false,
  subject: 'Lunch',
  locationText: '',
  attendees: [],
  sensitivity: 'normal',
};

describe('an item', () => {
  it.each<[string, Item | undefined, unknown]>([
    ['that is saved is asked about by id and times', lunch, { itemId: 'AA-bb_', ...times }],
    ['without an id is asked about by its times', { ...lunch, itemId: undefined }, times],
    [
      'of a shared calendar names its owner',
      { ...lunch, ownerMail: 'ana@ours.example' },
      { itemId: 'AA-bb_', ...times, ownerMail: 'ana@ours.example' },
    ],
    ['of which Outlook does not tell the sensitivity is asked about', { ...lunch, sensitivity: undefined }, { itemId: 'AA-bb_', ...times }],
    ['that was never saved is not asked about', { ...lunch, isUnsaved: true }, undefined],
    ['that is private is not asked about', { ...lunch, sensitivity: 'private' }, undefined],
    ['that is personal is not asked about', { ...lunch, sensitivity: 'personal' }, undefined],
    ['that is confidential is not asked about', { ...lunch, sensitivity: 'confidential' }, undefined],
    ['that is a message is not asked about', { kind: 'message' }, undefined],
    ['that is not there is not asked about', undefined, undefined],
  ])('%s', (_rule, item, asked) => {
    expect(askedItem(item)).toEqual(asked);
  });
});

describe('of several events with the same times', () => {
  const events = [
    { itemId: '1', subject: '' },
    { itemId: '2', subject: 'Lunch' },
    { itemId: '3', subject: 'Review' },
  ];

  it.each([
    ['the one with the item’s subject is it', events, 'Lunch', '2'],
    ['none with its subject leaves it to a person', events, 'Dinner', undefined],
    ['two with its subject leave it to a person', [...events, { itemId: '4', subject: 'Lunch' }], 'Lunch', undefined],
    ['no subject tells nothing', events, '', undefined],
  ])('%s', (_rule, candidates, subject, itemId) => {
    expect(soleMatch({ kind: 'ambiguous', candidates: [...candidates] }, { ...lunch, subject })).toBe(itemId);
  });

  it('nothing is chosen where nothing is to be', () => {
    expect(soleMatch({ kind: 'private' }, lunch)).toBeUndefined();
    expect(soleMatch(undefined, undefined)).toBeUndefined();
  });
});

it('an answer for somebody else says where the meeting stands in their calendar', () => {
  const asked = { itemId: 'AA', ...times, ownerMail: 'ana@ours.example' };
  expect(sharedItemOf(asked, { id: 'ana' })).toEqual({ itemId: 'AA', ...times, ownerId: 'ana' });
  expect(sharedItemOf(asked, null)).toBeUndefined();
});
