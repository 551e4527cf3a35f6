/** A seller answers the question about an account without a meeting: not in the last year, or not now. */
import { sql } from 'kysely';
import type { answerWelcome as route } from '../../contract/welcome.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const answerWelcome: Handler<typeof route> = ({ caller, params: { accountId }, request: { answer }, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { rows } = await sql<{ account_id: string }>`
      insert into welcome_answer (tenant_id, seller_id, account_id, answer, answered_at)
      select a.tenant_id, p.person_id, a.account_id, ${answer}, ${nowAt}
      from account a join person p on p.tenant_id = a.tenant_id and p.person_id = ${caller.userId}
      where a.account_id = ${accountId} and a.merged_into_id is null
      on conflict (tenant_id, seller_id, account_id) do update set answer = excluded.answer, answered_at = excluded.answered_at
      returning account_id`.execute(tx);
    return rows.length > 0 ? ok({}) : refused({ kind: 'account_not_found' });
  });
