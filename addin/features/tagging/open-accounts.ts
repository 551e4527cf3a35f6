/** Which accounts of a meeting are open to choice, and for whom: people between the same accounts are one question. Pure. */
import type { Meeting } from '../../../api/contract/tagging.ts';

type Contact = Meeting['contacts'][number];

export interface OpenAccount {
  /** In the meeting's order. */
  readonly contacts: readonly Contact[];
  /** At least two, by name. */
  readonly choices: Contact['accountChoices'];
}

export function openAccounts(contacts: readonly Contact[]): readonly OpenAccount[] {
  const open = contacts.filter(({ accountId, accountChoices }) => accountId === null && accountChoices.length > 1);
  const byChoices = new Map<string, Contact[]>();
  for (const contact of open) {
    const key = contact.accountChoices.map(({ accountId }) => accountId).join();
    byChoices.set(key, [...(byChoices.get(key) ?? []), contact]);
  }
  return [...byChoices.values()].map((group) => ({ contacts: group, choices: group[0]?.accountChoices ?? [] }));
}
