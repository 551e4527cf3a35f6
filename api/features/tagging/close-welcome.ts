/** A seller is done with the welcome: it is not shown again. */
import type { closeWelcome as route } from '../../contract/welcome.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const closeWelcome: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    await tx
      .updateTable('person')
      .set({ welcomed_at: nowAt })
      .where('person_id', '=', caller.userId)
      .where('welcomed_at', 'is', null)
      .execute();
    return ok({});
  });
