/** Merges an account into another one, after saying what that does. */
import { Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ListedAccount } from '../../../../api/contract/accounts.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../ui/text.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import type { AccountDialogProps } from './account-dialog.ts';
import { AccountPicker } from './AccountPicker.tsx';

export function MergeDialog({ account, isOpen, onClose }: AccountDialogProps): JSX.Element {
  const text = useText();
  const queryClient = useQueryClient();
  const merging = useCommand('merge-account');
  const [into, setInto] = useState<ListedAccount>();
  const { accountId, name } = account;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={text('putRight.merge.title', { name })}
      confirmLabel={text('putRight.merge.confirm')}
      canConfirm={into !== undefined}
      isBusy={merging.isPending}
      failure={merging.error}
      onConfirm={() => {
        if (!into) return;
        merging.mutate(
          { params: { accountId }, request: { intoAccountId: into.accountId } },
          { onSuccess: onClose, onSettled: () => void queryClient.invalidateQueries() },
        );
      }}
      onClose={onClose}
    >
      <Text>{text('putRight.merge.sentence', { name })}</Text>
      <AccountPicker
        label={text('putRight.merge.into')}
        chosen={into}
        mayChoose={(other) => other.accountId !== accountId && !other.mergedInto}
        onChoose={setInto}
      />
      <Text>{text('putRight.undoLost')}</Text>
    </ConfirmDialog>
  );
}
