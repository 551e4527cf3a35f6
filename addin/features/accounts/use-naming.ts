/** Naming key partners and taking them off the list again, with the way back from the last such step. */
import { useState } from 'react';
import type { KeyPartner } from '../../../api/contract/accounts.ts';
import type { NamedContact } from '../../../api/contract/named-contact.ts';
import type { KeyPartnerRole } from '../../../api/contract/vocabulary.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useText } from '../../ui/text.tsx';

export interface TakenOff {
  readonly partner: KeyPartner;
  readonly because: 'removed' | 'left';
}

export interface Naming {
  readonly isBusy: boolean;
  /** Of the last step that did not go straight through. */
  readonly trouble: ReturnType<typeof useSentCommand>['state'];
  /** Who was taken off the list a moment ago. */
  readonly takenOff: TakenOff | undefined;
  readonly name: (contact: NamedContact, role?: KeyPartnerRole) => void;
  readonly takeOff: (taken: TakenOff) => void;
  readonly undo: () => void;
}

export function useNaming(accountId: string): Naming {
  const text = useText();
  const naming = useSentCommand('name-key-partner');
  const removing = useSentCommand('remove-key-partner');
  const leaving = useSentCommand('contact-left');
  const [takenOff, setTakenOff] = useState<TakenOff | undefined>();
  const commands = [naming, removing, leaving];

  function forgetAll(): void {
    for (const command of commands) command.forget();
  }

  async function name({ contactId, name: called }: NamedContact, role?: KeyPartnerRole): Promise<void> {
    forgetAll();
    setTakenOff(undefined);
    const request = role ? { role } : {};
    await naming.send({ params: { accountId, contactId }, request }, text('keyPartners.about', { name: called }));
  }

  async function takeOff(taken: TakenOff): Promise<void> {
    forgetAll();
    const { contactId, name: called } = taken.partner;
    const params = { accountId, contactId };
    const about = text('keyPartners.about.change', { name: called });
    const sent =
      taken.because === 'left'
        ? await leaving.send({ params, request: { hasLeft: true } }, about)
        : await removing.send({ params, request: {} }, about);
    setTakenOff(sent?.kind === 'done' ? taken : undefined);
  }

  return {
    isBusy: commands.some(({ isSending }) => isSending),
    trouble: commands.find(({ state: { kind } }) => kind === 'refused' || kind === 'kept')?.state ?? { kind: 'idle' },
    takenOff,
    name: (contact, role) => void name(contact, role),
    takeOff: (taken) => void takeOff(taken),
    // Naming somebody again takes back that they left, too.
    undo: () => takenOff && void name(takenOff.partner, takenOff.partner.role ?? undefined),
  };
}
