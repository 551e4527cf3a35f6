/** What every dialog about one account of the list is given. */
import type { ListedAccount } from '../../../../api/contract/accounts.ts';

export interface AccountDialogProps {
  readonly account: ListedAccount;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
