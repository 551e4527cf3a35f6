/** Which accounts are open to choice, and for whom. */
import { expect, it } from 'vitest';
import type { Meeting } from '../../api/contract/tagging.ts';
import { openAccounts } from '../../addin/features/tagging/open-accounts.ts';

const north = { accountId: 'north', name: 'Sharegood North' };
const south = { accountId: 'south', name: 'Sharegood South' };
const other = { accountId: 'other', name: 'Other' };

function contact(
  name: string,
  accountId: string | null,
  accountChoices: Meeting['contacts'][number]['accountChoices'],
): Meeting['contacts'][number] {
  return { contactId: name, accountId, name, mail: `${name}@x.example`, isKeyPartner: false, response: 'accepted', accountChoices };
}

it('people between the same accounts are one question, others another, and the settled ones none', () => {
  const questions = openAccounts([
    contact('kim', null, [north, south]),
    contact('dana', 'other', []),
    contact('lee', null, [north, south]),
    contact('max', null, [other, south]),
    contact('sam', null, []),
  ]);
  expect(questions.map(({ contacts, choices }) => [contacts.map(({ name }) => name), choices.map(({ name }) => name)])).toEqual([
    [
      ['kim', 'lee'],
      ['Sharegood North', 'Sharegood South'],
    ],
    [['max'], ['Other', 'Sharegood South']],
  ]);
});
