/** A button that opens a form about one account, and the form's dialog: its content exists only while it is open. */
import { Button, Dialog, DialogSurface, useRestoreFocusTarget } from '@fluentui/react-components';
import { type ComponentProps, type JSX, type ReactNode, useState } from 'react';

interface AccountDialogProps {
  readonly label: string;
  /** What the button says to those who do not see beside what it stands. */
  readonly description?: string;
  readonly button?: Pick<ComponentProps<typeof Button>, 'size' | 'appearance' | 'tabIndex'>;
  readonly icon?: JSX.Element;
  readonly children: (close: () => void) => ReactNode;
}

export function AccountDialog({ label, description, button = {}, icon, children }: AccountDialogProps): JSX.Element {
  const restoreFocus = useRestoreFocusTarget();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        {...button}
        {...(icon ? { icon } : {})}
        {...(description === undefined ? {} : { 'aria-label': description })}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        {...restoreFocus}
      >
        {label}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={(_event, { open }) => setIsOpen(open)}>
          <DialogSurface>{children(() => setIsOpen(false))}</DialogSurface>
        </Dialog>
      )}
    </>
  );
}
