/** A command that one button or form gives through the outbox, and how it went. What was read before is asked anew by the outbox itself. */
import { useState } from 'react';
import type { RouteName } from '../../api/contract/routes.ts';
import type { CallInput, Reply } from './call.ts';
import { useOutbox } from './outbox/outbox-context.tsx';
import type { Sent } from './outbox/outbox.ts';

export type SentState<N extends RouteName> = { readonly kind: 'idle' } | { readonly kind: 'sending' } | Sent<Reply<N>>;

export interface SentCommand<N extends RouteName> {
  readonly state: SentState<N>;
  readonly isSending: boolean;
  /** `about` names it to the seller in a list of what could not be sent. One at a time: a second one meanwhile is not sent. */
  readonly send: (input: CallInput<N>, about: string) => Promise<Sent<Reply<N>> | undefined>;
  readonly forget: () => void;
}

export function useSentCommand<N extends RouteName>(name: N): SentCommand<N> {
  const outbox = useOutbox();
  const [state, setState] = useState<SentState<N>>({ kind: 'idle' });
  const isSending = state.kind === 'sending';
  return {
    state,
    isSending,
    send: async (input, about) => {
      if (isSending) return undefined;
      setState({ kind: 'sending' });
      const sent = await outbox.send(name, input, about);
      setState(sent);
      return sent;
    },
    forget: () => setState({ kind: 'idle' }),
  };
}
