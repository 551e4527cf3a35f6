/** A meeting that was added while nothing could be sent: it waits on this device. */
import { Button, Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useOutboxState } from '../../client/outbox/outbox-context.tsx';
import { useText } from '../../ui/text.tsx';

export function KeptMeeting({ onAgain }: { readonly onAgain: () => void }): JSX.Element {
  const text = useText();
  const { isKept } = useOutboxState();
  return (
    <>
      <Text role="status">{text(isKept ? 'byHand.kept' : 'byHand.kept.notKept')}</Text>
      <div>
        <Button onClick={onAgain}>{text('byHand.again')}</Button>
      </div>
    </>
  );
}
