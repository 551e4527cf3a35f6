/** A person says whether the customer's office takes visitors; kept with name and time, against every import. */
import type { setVisitorPolicy as route } from '../../contract/accounts.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { accessTo } from './account-access.ts';

export const setVisitorPolicy: Handler<typeof route> = ({
  caller,
  params: { accountId },
  request: { visitorPolicy },
  transaction,
  nowAt,
}) =>
  transaction(async (tx) => {
    if ((await accessTo(tx, accountId, caller.userId)) === 'none') return refused({ kind: 'account_not_found' });
    await tx
      .updateTable('account')
      .set({ visitor_policy: visitorPolicy, visitor_policy_said_by: caller.userId, visitor_policy_said_at: nowAt })
      .where('account_id', '=', accountId)
      .execute();
    return ok({});
  });
