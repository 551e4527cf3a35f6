/** Where an account could be met next: reads what has worked with it; api/domain/off-site-idea.ts decides. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { KeyPartner } from '../../contract/accounts.ts';
import type { OffSiteIdea as WireIdea } from '../../contract/plans.ts';
import { calendarDay } from '../../domain/calendar-day.ts';
import type { Tier } from '../../domain/health-policy.ts';
import { type OffSiteIdea, offSiteIdeas, type PlaceHistory } from '../../domain/off-site-idea.ts';
import type { Place } from '../../domain/tag-vocabulary.ts';
import type { VisitorPolicy } from '../../domain/visitor-policy.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';

interface IdeaScope {
  readonly visitorPolicy: VisitorPolicy;
  /** What counts: the override, when there is one. */
  readonly tier: Tier;
  readonly keyPartners: readonly Pick<z.input<typeof KeyPartner>, 'contactId' | 'name' | 'lastEngagement'>[];
}

/** Best first. */
export async function readIdeas(tx: TenantTransaction, accountId: string, scope: IdeaScope): Promise<z.input<typeof WireIdea>[]> {
  const { visitorPolicy, tier, keyPartners } = scope;
  const notes = keyPartners.flatMap(({ contactId, lastEngagement: note }) =>
    note ? [{ contactId, engagement: note.engagement, notedOn: calendarDay(note.on) }] : [],
  );
  const names = new Map(keyPartners.map(({ contactId, name }) => [contactId, name]));
  const history = await loadHistory(tx, accountId);
  return offSiteIdeas({ visitorPolicy, tier, history, notes }).map((idea) => wireIdea(idea, names));
}

function wireIdea(idea: OffSiteIdea, names: ReadonlyMap<string, string>): z.input<typeof WireIdea> {
  if (idea.code !== 'quiet_in_calls') return idea;
  const { place, code, contactId } = idea;
  return { place, code, contact: { contactId, name: names.get(contactId) ?? '' } };
}

/** The kinds of places of the account's held meetings, by the tags that count; from its contacts to each row by its key. */
async function loadHistory(tx: TenantTransaction, accountId: string): Promise<readonly PlaceHistory[]> {
  const { rows } = await sql<{ place: Place; times: number; last_on: string }>`
    select t.place, count(distinct t.meeting_id)::int as times, max(t.held_on)::text as last_on
    from contact c
    join tag_contact tc on tc.tenant_id = c.tenant_id and tc.contact_id = c.contact_id and tc.was_present
    join tag t on t.tenant_id = tc.tenant_id and t.meeting_id = tc.meeting_id and t.version = tc.version and t.place is not null
    join meeting m on m.tenant_id = t.tenant_id and m.meeting_id = t.meeting_id and m.tag_version = t.version
    where c.account_id = ${accountId}
    group by t.place`.execute(tx);
  return rows.map(({ place, times, last_on }) => ({ place, times, lastOn: calendarDay(last_on) }));
}
