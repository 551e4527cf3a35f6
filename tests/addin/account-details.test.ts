/** What the keyboard learns about an account and a meeting: the same as hovering tells. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import type { AccountGlance, MeetingContact } from '../../api/contract/tagging.ts';
import type * as z from 'zod';
import { meetingDetails, namedPeople } from '../../addin/features/tagging/tag-words.ts';
import { accountDetails } from '../../addin/ui/account-details.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { createText } from '../../addin/ui/text-format.ts';

const words = { text: createText('en', en), formats: createFormats({ locale: 'en-GB', timeZone: 'UTC' }) };
const todayOn = '2026-11-23';

const account: AccountGlance = {
  accountId: '00000000-0000-4000-8000-000000000001',
  name: 'Contral Robotics',
  word: 'overdue',
  decidingUnanswered: 1,
  lastNearOn: '2026-10-06',
  strip: [
    { on: '2026-10-06', mark: 'in_person' },
    { on: '2026-11-20', mark: 'virtual' },
  ],
};

function contact(name: string): z.output<typeof MeetingContact> {
  const mail = `${name}@contral.example`;
  return { contactId: name, accountId: null, name, mail, isKeyPartner: false, response: 'accepted', accountChoices: [] };
}

describe('the details of an account', () => {
  it('are what its word means, what could change it, and its strip in words', () => {
    expect(accountDetails(account, todayOn, words)).toEqual([
      'Contral Robotics: Overdue. Last seen in person longer ago than the cadence.',
      'One meeting without an answer could change this word.',
      '2 meetings in the last 12 months: 1 in person, last 48 days ago; 1 remote since.',
    ]);
  });

  it('say nothing about unanswered meetings where none could change the word', () => {
    expect(accountDetails({ ...account, decidingUnanswered: 0 }, todayOn, words)).toHaveLength(2);
  });
});

describe('the details of a meeting', () => {
  it('name everybody where some stand behind a number', () => {
    const contacts = ['Dana', 'Sam', 'Priya', 'Tom'].map(contact);
    expect(namedPeople(contacts).hidden.map(({ name }) => name)).toEqual(['Tom']);
    expect(meetingDetails({ accounts: [account], contacts }, [], todayOn, words).at(-1)).toBe('Dana, Sam, Priya and Tom');
    expect(meetingDetails({ accounts: [account], contacts: contacts.slice(0, 3) }, [], todayOn, words)).toHaveLength(3);
  });

  it('tell the account as the answers of this page have left it', () => {
    const after = { ...account, word: 'on_track', decidingUnanswered: 0, virtualStreak: 0, nextVisitOn: null } as const;
    const change = { accountId: account.accountId, name: account.name, before: account, after };
    expect(meetingDetails({ accounts: [account], contacts: [] }, [change], todayOn, words)[0]).toMatch(/^Contral Robotics: On track\./);
  });
});
