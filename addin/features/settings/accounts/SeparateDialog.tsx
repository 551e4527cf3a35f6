/** Lets an account that was merged into another one stand on its own again. */
import { Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../ui/text.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import type { AccountDialogProps } from './account-dialog.ts';

export function SeparateDialog({ account, isOpen, onClose }: AccountDialogProps): JSX.Element {
  const text = useText();
  const queryClient = useQueryClient();
  const splitting = useCommand('split-account');
  const { accountId, name, mergedInto } = account;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={text('putRight.separate.title', { name })}
      confirmLabel={text('putRight.separate.confirm')}
      isBusy={splitting.isPending}
      failure={splitting.error}
      onConfirm={() => {
        if (!mergedInto) return;
        splitting.mutate(
          { params: { accountId: mergedInto.accountId }, request: { into: { accountId } } },
          { onSuccess: onClose, onSettled: () => void queryClient.invalidateQueries() },
        );
      }}
      onClose={onClose}
    >
      <Text>{text('putRight.separate.sentence', { name, other: mergedInto?.name ?? '' })}</Text>
      <Text>{text('putRight.undoLost')}</Text>
    </ConfirmDialog>
  );
}
