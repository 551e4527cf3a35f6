/** In a dialog while the account behind it is loaded, or could not be. */
import { Button, DialogActions, DialogBody, DialogContent, DialogTitle, DialogTrigger, Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { CallFailure } from '../../client/call.ts';
import { failureKey } from '../../client/failure.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useText } from '../../ui/text.tsx';

const lines = [
  { widthPercent: 60, heightPx: 28 },
  { widthPercent: 40, heightPx: 32 },
  { widthPercent: 80, heightPx: 28 },
] as const;

interface DialogLoadingProps {
  readonly title: string;
  /** Null while it is loading. */
  readonly failure: CallFailure | null;
  readonly onRetry: () => void;
}

export function DialogLoading({ title, failure, onRetry }: DialogLoadingProps): JSX.Element {
  const text = useText();
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>{failure ? <Text role="alert">{text(failureKey(failure))}</Text> : <LinesSkeleton lines={lines} />}</DialogContent>
      <DialogActions>
        {failure && <Button onClick={onRetry}>{text('failure.retry')}</Button>}
        <DialogTrigger disableButtonEnhancement>
          <Button>{text('plan.cancel')}</Button>
        </DialogTrigger>
      </DialogActions>
    </DialogBody>
  );
}
