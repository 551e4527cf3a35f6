/** The invitations to meet in person of an account: those to its contacts, wherever these were when they were asked. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Ask } from '../../contract/asks.ts';
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts';
import { type AskAnswer, askPolicy } from '../../domain/in-person-ask.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

/** Invitations in one answer. */
const maxAsks = 100;

interface AskRow {
  readonly ask_id: string;
  readonly contact_id: string;
  readonly contact_name: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_on: string;
  readonly answer: AskAnswer | null;
  readonly answered_on: string | null;
  /** Of those that the same person made. */
  readonly is_latest: boolean;
}

/** Newest first. */
export async function readAsks(
  tx: TenantTransaction,
  accountId: string,
  { callerId, todayOn }: { readonly callerId: string; readonly todayOn: CalendarDay },
): Promise<z.input<typeof Ask>[]> {
  const { rows } = await sql<AskRow>`
    select ask.ask_id, ask.contact_id, c.display_name as contact_name, ask.asked_by, p.display_name as asked_by_name, ask.asked_on,
      ask.answer, ask.answered_on,
      row_number() over (partition by ask.asked_by order by ask.recorded_at desc, ask.ask_id desc) = 1 as is_latest
    from contact c
    join in_person_ask ask on ask.tenant_id = c.tenant_id and ask.contact_id = c.contact_id
    join person p on p.tenant_id = ask.tenant_id and p.person_id = ask.asked_by
    where c.account_id = ${accountId} and ask.asked_on >= ${addDays(todayOn, -askPolicy.maxDaysAgo)}
    order by ask.asked_on desc, ask.recorded_at desc, ask.ask_id desc
    limit ${maxAsks}`.execute(tx);
  return rows.map((row) => ({
    askId: row.ask_id,
    contact: { contactId: row.contact_id, name: row.contact_name },
    by: { id: row.asked_by, name: row.asked_by_name },
    askedOn: row.asked_on,
    answer: row.answer,
    answeredOn: row.answered_on,
    isMine: row.asked_by === callerId,
    mayUndo: row.asked_by === callerId && row.is_latest,
  }));
}
