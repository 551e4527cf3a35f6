/** What came of a command that was not simply done: it waits on this device, or the server refused it. Nothing otherwise. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { CallFailure } from '../../client/call.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useText } from '../../ui/text.tsx';

type Outcome = { readonly kind: 'idle' | 'sending' | 'done' | 'kept' } | { readonly kind: 'refused'; readonly failure: CallFailure };

export function SentTrouble({ state }: { readonly state: Outcome }): JSX.Element | undefined {
  const text = useText();
  if (state.kind === 'kept') {
    return (
      <MessageBar intent="info" layout="multiline" role="status">
        <MessageBarBody>{text('visit.kept')}</MessageBarBody>
      </MessageBar>
    );
  }
  if (state.kind !== 'refused') return undefined;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{text(commandFailureKey(state.failure))}</MessageBarBody>
    </MessageBar>
  );
}
