/** The welcome of a seller who owns more accounts than one answer holds. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountsHeader, type House, openHouse } from '../../support/house.ts';

const accounts = 103;
const accountsPerAnswer = 100;
let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-01T08:00:00Z' });
  const owner = house.tenant.people.ana.mail;
  const rows = Array.from(
    { length: accounts },
    (_, index) => `M-${index},Account ${index},m${index}.example,${1_000 - index},EUR,${owner},`,
  );
  await house.setUp([accountsHeader, ...rows].join('\n'));
  await house.readCalendars();
});

afterAll(() => house.stop());

async function asked() {
  const { value } = await house.call('ana', 'welcome');
  return { open: value?.open, answered: value?.answered, questions: value?.questions ?? [] };
}

it('all of them are counted, and the largest come first', async () => {
  const { questions, ...counts } = await asked();
  expect(counts).toEqual({ open: accounts, answered: 0 });
  expect(questions).toHaveLength(accountsPerAnswer);
  expect(questions.at(0)?.name).toBe('Account 0');
});

it('the next follow when the first are answered, and the total stays', async () => {
  for (const { accountId } of (await asked()).questions.slice(0, 2)) {
    const call = { params: { accountId }, request: { answer: 'skipped' } as const };
    expect((await house.call('ana', 'answer-welcome', call)).status).toBe(200);
  }
  const { questions, ...counts } = await asked();
  expect(counts).toEqual({ open: accounts - 2, answered: 2 });
  expect(questions).toHaveLength(accountsPerAnswer);
  expect(questions.at(-1)?.name).toBe('Account 101');
});
