/** What can be done with an account of the list: merge and split one that stands on its own, separate one that was merged. */
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ListedAccount } from '../../../../api/contract/accounts.ts';
import { useText } from '../../../ui/text.tsx';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    // Their own padding would set the words apart from the head of the column.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  action: { whiteSpace: 'nowrap', minWidth: 'auto' },
});

export type AccountAction = 'merge' | 'split' | 'separate';

interface AccountActionsProps {
  readonly account: ListedAccount;
  readonly onAsk: (action: AccountAction, account: ListedAccount) => void;
}

const ofStanding: readonly AccountAction[] = ['merge', 'split'];
const ofMerged: readonly AccountAction[] = ['separate'];

export function AccountActions({ account, onAsk }: AccountActionsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const focusReturn = useRestoreFocusTarget();
  return (
    <span className={styles.actions}>
      {(account.mergedInto ? ofMerged : ofStanding).map((action) => (
        <Button
          {...focusReturn}
          key={action}
          size="small"
          appearance="subtle"
          className={styles.action}
          aria-label={text(`putRight.${action}.of`, { name: account.name })}
          onClick={() => onAsk(action, account)}
        >
          {text(`putRight.${action}`)}
        </Button>
      ))}
    </span>
  );
}
