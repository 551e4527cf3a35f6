/** What became of an invitation to meet in person, said by who made it; the answer may be changed or taken back. */
import type { answerAsk as route } from '../../contract/asks.ts';
import { calendarDay, dayOf } from '../../domain/calendar-day.ts';
import { decideAskAnswer } from '../../domain/in-person-ask.ts';
import { ok, refused } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const answerAsk: Handler<typeof route> = ({ caller, params: { askId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const ask = await tx
      .selectFrom('in_person_ask')
      .where('ask_id', '=', askId)
      .where('asked_by', '=', caller.userId)
      .select('asked_on')
      .forUpdate()
      .executeTakeFirst();
    if (!ask) return refused({ kind: 'ask_not_found' });
    if (request.answer === null) {
      await storeAnswer(tx, askId, { answer: null, answered_on: null });
      return ok({});
    }
    const todayOn = dayOf(nowAt, request.timeZone);
    const answeredOn = request.answeredOn === undefined ? todayOn : calendarDay(request.answeredOn);
    const decision = decideAskAnswer({ answer: request.answer, answeredOn }, calendarDay(ask.asked_on), todayOn);
    if (!decision.ok) return decision;
    await storeAnswer(tx, askId, { answer: decision.value.answer, answered_on: decision.value.answeredOn });
    return ok({});
  });

async function storeAnswer(
  tx: TenantTransaction,
  askId: string,
  said: { readonly answer: string | null; readonly answered_on: string | null },
): Promise<void> {
  await tx.updateTable('in_person_ask').set(said).where('ask_id', '=', askId).execute();
}
