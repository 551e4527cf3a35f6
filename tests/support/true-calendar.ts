/** What should be stored of a true calendar, told by rules of the tests' own, and what is stored. One line per meeting, sorted. */
import type { House } from './house.ts';
import type { Name } from './tenant.ts';

interface TrueItem {
  readonly subject: string;
  readonly startsAtMs: number;
  readonly type: string;
  readonly sensitivity: string;
  readonly isCancelled: boolean;
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly organizer: { readonly emailAddress: { readonly address: string } };
}

/** Half-open; the days that a whole read looks at. */
export interface Days {
  readonly fromMs: number;
  readonly toMs: number;
}

export async function expectedOf(house: House, name: Name, { fromMs, toMs }: Days): Promise<readonly string[]> {
  const response = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people[name].id}/events`);
  const events = (await response.json()) as TrueItem[];
  return events
    .filter(({ type, sensitivity, isCancelled }) => type !== 'seriesMaster' && sensitivity === 'normal' && !isCancelled)
    .filter(({ startsAtMs }) => startsAtMs >= fromMs && startsAtMs < toMs)
    .filter(({ attendees, organizer }) =>
      [organizer, ...attendees].some(({ emailAddress }) => /@(contoral|fabrigon)\.example$/.test(emailAddress.address)),
    )
    .map(({ subject, startsAtMs }) => `${new Date(startsAtMs).toISOString()} ${subject}`)
    .sort();
}

export async function storedOf(house: House, name: Name): Promise<readonly string[]> {
  const rows = await house.sql<{ starts_at: Date; subject: string }>(
    `select m.starts_at, m.subject from meeting m join meeting_seller ms using (tenant_id, meeting_id)
     where ms.seller_id = $1 and not m.is_cancelled`,
    [house.tenant.people[name].id],
  );
  return rows.map(({ starts_at, subject }) => `${starts_at.toISOString()} ${subject}`).sort();
}
