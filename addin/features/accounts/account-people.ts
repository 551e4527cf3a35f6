/** The people of an account from whom a form chooses: key partners first. Pure. */
import type { AccountReply } from '../../../api/contract/accounts.ts';

export interface AccountPerson {
  readonly contactId: string;
  readonly name: string;
  readonly mail: string;
  readonly isKeyPartner: boolean;
}

export function accountPeople({ keyPartners, candidates }: Pick<AccountReply, 'keyPartners' | 'candidates'>): readonly AccountPerson[] {
  return [
    ...keyPartners.map(({ contactId, name, mail }) => ({ contactId, name, mail, isKeyPartner: true })),
    ...candidates.map(({ contactId, name, mail }) => ({ contactId, name, mail, isKeyPartner: false })),
  ];
}
