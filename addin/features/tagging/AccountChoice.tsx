/** Several accounts share a customer's mail domain: one tap says which one it is, before or after the answer, and it is remembered. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { queryKeys } from '../../client/query-keys.ts';
import { useCommand } from '../../client/use-command.ts';
import { useTagsStored } from '../../client/use-tags-stored.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { type OpenAccount, openAccounts } from './open-accounts.ts';

export function AccountChoice({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  return (
    <>
      {openAccounts(meeting.contacts).map((open) => (
        <OneAccount key={open.contacts[0]?.contactId} open={open} />
      ))}
    </>
  );
}

function OneAccount({ open: { contacts, choices } }: { readonly open: OpenAccount }): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const tagsStored = useTagsStored();
  const choosing = useCommand('choose-account');
  const chosen = choices.find(({ accountId }) => accountId === choosing.variables?.request.accountId);
  const question = text('tag.question.account', { names: formats.list(contacts.map(({ name }) => name)) });

  async function choose(accountId: string): Promise<void> {
    if (choosing.isPending) return;
    try {
      // One after the other: each is remembered for itself, and a failure in between leaves the rest open.
      for (const { contactId } of contacts) await choosing.mutateAsync({ params: { contactId }, request: { accountId } });
    } catch {
      // Shown below, from the command's own state.
      return;
    }
    tagsStored();
    void queryClient.invalidateQueries({ queryKey: queryKeys.meetingsOfItems });
  }

  return (
    <div role="group" aria-label={question} className={styles.question}>
      <h3 className={styles.title}>{question}</h3>
      <div className={styles.answers}>
        {choices.map(({ accountId, name }) => (
          <Button key={accountId} disabledFocusable={choosing.isPending || choosing.isSuccess} onClick={() => void choose(accountId)}>
            {name}
          </Button>
        ))}
      </div>
      <div className={styles.quiet} role="status">
        {choosing.isPending && text('tag.account.saving')}
        {choosing.isSuccess && chosen && text('tag.account.chosen', { name: chosen.name })}
        {choosing.isIdle && text('tag.account.sentence')}
      </div>
      {choosing.error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(choosing.error))}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
