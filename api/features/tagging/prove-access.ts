/** The proof, anew for each answer, that somebody may answer in another person's place: Graph lets the caller read that person's event. */
import type * as z from 'zod';
import type { SharedItem } from '../../contract/tagging.ts';
import { meetingKey } from '../../domain/meeting-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import { type DirectoryUser, readUser } from '../../platform/graph/directory.ts';
import type { Call, Refusal } from '../../platform/trigger/handler.ts';
import type { tagMeeting as route } from '../../contract/tagging.ts';
import { calendarRefusal, sharedCalendar } from './open-calendar.ts';
import { findOpenItem } from './open-item.ts';

export interface Proof {
  readonly ownerId: string;
  /** Key of the meeting that the caller may read in the owner's calendar. */
  readonly meetingKey: string;
  /** The caller, as the directory knows them: an answer needs somebody who gave it. */
  readonly delegate: DirectoryUser;
}

export async function proveAccess(call: Call<typeof route>, item: z.output<typeof SharedItem>): Promise<Result<Proof, Refusal>> {
  const calendar = await sharedCalendar(call, { id: item.ownerId, name: '' });
  if (!calendar.ok) return calendar;
  const found = await findOpenItem(calendar.value, item);
  if (!found.ok) return refused(calendarRefusal(found.failure, true));
  if (found.value.kind !== 'event' || !found.value.event.isNormalSensitivity) return refused({ kind: 'calendar_not_shared' });
  const delegate = await readUser(call.graph(), call.caller.userId);
  if (!delegate.ok) return refused({ kind: 'calendar_not_reachable' });
  return ok({ ownerId: item.ownerId, meetingKey: meetingKey(found.value.event), delegate: delegate.value });
}

/** A delegate needs no enrolment; whoever is known stays as they are. */
export async function storeDelegate(tx: TenantTransaction, { userId, name, mail }: DirectoryUser, tenantId: string): Promise<void> {
  await tx
    .insertInto('person')
    .values({ tenant_id: tenantId, person_id: userId, display_name: name, mail, is_seller: false })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doNothing())
    .execute();
}
