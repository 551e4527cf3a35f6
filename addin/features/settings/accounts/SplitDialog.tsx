/** Moves domains and contacts out of an account: into a new one, another one, or one that was merged into it. */
import { Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ListedAccount } from '../../../../api/contract/accounts.ts';
import type { CallFailure } from '../../../client/call.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../ui/text.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import type { AccountDialogProps } from './account-dialog.ts';
import { AccountPicker } from './AccountPicker.tsx';
import { emptySplit, maySplitInto, type SplitDraft, splitRequest, toggled } from './split-draft.ts';
import { SplitContacts, SplitDomains } from './SplitParts.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  field: { flexGrow: 1, flexBasis: '180px', minWidth: 0 },
});

export function SplitDialog({ account, isOpen, onClose }: AccountDialogProps): JSX.Element {
  const text = useText();
  const queryClient = useQueryClient();
  const splitting = useCommand('split-account');
  const [draft, setDraft] = useState(emptySplit);
  const request = splitRequest(draft);
  const { accountId, name } = account;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={text('putRight.split.title', { name })}
      confirmLabel={text('putRight.split.confirm')}
      canConfirm={request !== undefined}
      isBusy={splitting.isPending}
      failure={splitting.error}
      failureSentence={isIdTaken(splitting.error, draft) ? text('putRight.split.idTaken', { id: draft.newExternalId.trim() }) : undefined}
      onConfirm={() => {
        if (!request) return;
        splitting.mutate({ params: { accountId }, request }, { onSuccess: onClose, onSettled: () => void queryClient.invalidateQueries() });
      }}
      onClose={onClose}
    >
      <Text>{text('putRight.split.sentence', { name })}</Text>
      <SplitDomains
        domains={account.domains}
        chosen={draft.domains}
        onToggle={(domain) => setDraft({ ...draft, domains: toggled(draft.domains, domain) })}
      />
      <SplitContacts
        accountId={accountId}
        chosen={draft.contactIds}
        onToggle={(contactId) => setDraft({ ...draft, contactIds: toggled(draft.contactIds, contactId) })}
      />
      <SplitTarget account={account} draft={draft} onChange={setDraft} />
      <Text>{text('putRight.undoLost')}</Text>
    </ConfirmDialog>
  );
}

/** Whether the new account's id is another's already: said beside its field. */
function isIdTaken(failure: CallFailure | null, { target }: SplitDraft): boolean {
  return target === 'new' && failure?.kind === 'problem' && failure.code === 'account_id_taken';
}

interface SplitTargetProps {
  readonly account: ListedAccount;
  readonly draft: SplitDraft;
  readonly onChange: (draft: SplitDraft) => void;
}

function SplitTarget({ account, draft, onChange }: SplitTargetProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <Field label={{ children: text('putRight.split.target'), weight: 'semibold' }}>
        <RadioGroup
          value={draft.target}
          onChange={(_event, { value }) => onChange({ ...draft, target: value === 'other' ? 'other' : 'new' })}
        >
          <Radio value="new" label={text('putRight.split.target.new')} />
          <Radio value="other" label={text('putRight.split.target.other')} />
        </RadioGroup>
      </Field>
      {draft.target === 'new' ? (
        <div className={styles.fields}>
          <Field className={styles.field} label={text('putRight.split.newName')}>
            <Input
              value={draft.newName}
              maxLength={maxNameCharacters}
              onChange={(_event, { value }) => onChange({ ...draft, newName: value })}
            />
          </Field>
          <Field className={styles.field} label={text('putRight.split.newId')} hint={text('putRight.split.newId.hint')}>
            <Input
              value={draft.newExternalId}
              maxLength={maxNameCharacters}
              onChange={(_event, { value }) => onChange({ ...draft, newExternalId: value })}
            />
          </Field>
        </div>
      ) : (
        <AccountPicker
          label={text('putRight.split.other')}
          chosen={draft.other}
          mayChoose={(other) => maySplitInto(account, other)}
          onChoose={(other) => onChange({ ...draft, other })}
        />
      )}
    </>
  );
}

/** As the contract has it for a new account. */
const maxNameCharacters = 200;
