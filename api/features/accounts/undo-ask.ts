/** Takes back the caller's own latest invitation of an account, made by mistake. */
import { sql } from 'kysely';
import type { undoAsk as route } from '../../contract/asks.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const undoAsk: Handler<typeof route> = ({ caller, params: { askId }, transaction }) =>
  transaction(async (tx) => {
    const { rows } = await sql<{ is_latest: boolean }>`
      select not exists (
        select from in_person_ask later
        join contact lc on lc.tenant_id = later.tenant_id and lc.contact_id = later.contact_id
        where later.asked_by = ask.asked_by and lc.account_id = c.account_id
          and (later.recorded_at, later.ask_id) > (ask.recorded_at, ask.ask_id)
      ) as is_latest
      from in_person_ask ask
      join contact c on c.tenant_id = ask.tenant_id and c.contact_id = ask.contact_id
      where ask.ask_id = ${askId} and ask.asked_by = ${caller.userId}
      for update of ask`.execute(tx);
    const [found] = rows;
    if (!found) return refused({ kind: 'ask_not_found' });
    if (!found.is_latest) return refused({ kind: 'ask_not_latest' });
    await tx.deleteFrom('in_person_ask').where('ask_id', '=', askId).execute();
    return ok({});
  });
