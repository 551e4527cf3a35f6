/** "I asked": stores an invitation to meet in person. It changes no figure. */
import type { askInPerson as route } from '../../contract/asks.ts';
import { calendarDay, dayOf } from '../../domain/calendar-day.ts';
import { decideAsk } from '../../domain/in-person-ask.ts';
import { ok, refused } from '../../domain/result.ts';
import { newId } from '../../platform/clock.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { accessTo } from './account-access.ts';
import { contactIdsOf } from './contact-of-account.ts';

export const askInPerson: Handler<typeof route> = ({ caller, params: { accountId }, request, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { tenantId, userId } = caller;
    if ((await accessTo(tx, accountId, userId)) === 'none') return refused({ kind: 'account_not_found' });
    const claim = { contactId: request.contactId, askedOn: calendarDay(request.askedOn) };
    const decision = decideAsk(claim, await contactIdsOf(tx, accountId), dayOf(nowAt, request.timeZone));
    if (!decision.ok) return decision;
    const { contactId, askedOn } = decision.value;
    const askId = newId();
    await tx
      .insertInto('in_person_ask')
      .values({
        tenant_id: tenantId,
        ask_id: askId,
        account_id: accountId,
        contact_id: contactId,
        asked_by: userId,
        asked_on: askedOn,
        recorded_at: nowAt,
      })
      .execute();
    return ok({ askId });
  });
