/** Asks before something that is hard to take back, and stays open until it is done: says what will happen, and why it did not. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import type { CallFailure } from '../../client/call.ts';
import { useText } from '../../ui/text.tsx';
import { CommandFailure } from './SectionParts.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '560px', '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL } },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { '@media (max-width: 480px)': { justifySelf: 'stretch' } },
});

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  /** Whether the answers that it needs are given. */
  readonly canConfirm?: boolean;
  readonly isBusy: boolean;
  readonly failure: CallFailure | null;
  readonly failureSentence?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ConfirmDialog({
  isOpen,
  title,
  confirmLabel,
  canConfirm = true,
  isBusy,
  failure,
  failureSentence,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => !open && !isBusy && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {children}
            {failure && <CommandFailure failure={failure} sentence={failureSentence} />}
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button disabled={isBusy} onClick={onClose}>
              {text('settings.cancel')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isBusy || !canConfirm}
              {...(isBusy ? { icon: <Spinner size="tiny" /> } : {})}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
