/** The accounts that a seller owns or has met, with their stored health and the people to choose from. */
import { sql } from 'kysely';
import type * as z from 'zod';
import type { myAccounts as route, OwnAccount } from '../../contract/accounts.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readAccountGlances } from '../health/read-glances.ts';
import { businessDay } from '../health/refresh-health.ts';

type WireContact = z.input<typeof OwnAccount>['contacts'][number];

/** Accounts in one answer. */
const maxAccounts = 500;
/** People per account. */
const maxContacts = 50;

export const myAccounts: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const { todayOn } = await businessDay(tx, nowAt);
    const rows = await loadOwn(tx, caller.userId);
    const glances = await readAccountGlances(
      tx,
      rows.map(({ account_id }) => account_id),
    );
    const accounts = rows.flatMap((row) => {
      const glance = glances.get(row.account_id);
      return glance ? [{ ...glance, ...wireOwn(row) }] : [];
    });
    return ok({ todayOn, accounts });
  });

interface OwnRow {
  readonly account_id: string;
  readonly is_owner: boolean;
  readonly virtual_streak: number;
  readonly key_partners: number;
  readonly key_partners_met: number;
  readonly next_visit_on: string | null;
  readonly contacts: readonly WireContact[];
}

async function loadOwn(tx: TenantTransaction, sellerId: string): Promise<readonly OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select a.account_id, coalesce(a.owner_id = ${sellerId}, false) as is_owner, h.virtual_streak, h.key_partners, h.key_partners_met,
      h.next_visit_on, coalesce(people.contacts, '[]') as contacts
    from account a
    join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.account_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('contactId', c.contact_id, 'name', c.display_name, 'isKeyPartner', c.is_key_partner)) as contacts
      from (
        select c.contact_id, c.display_name, k.contact_id is not null as is_key_partner
        from contact c
        left join key_partner k on k.tenant_id = c.tenant_id and k.contact_id = c.contact_id and k.removed_on is null
        where c.tenant_id = a.tenant_id and c.account_id = a.account_id and not c.has_left
        order by k.contact_id is null, c.display_name, c.contact_id
        limit ${maxContacts}
      ) c
    ) people on true
    where a.merged_into_id is null and (a.owner_id = ${sellerId} or a.account_id in (
      select c.account_id
      from meeting_seller ms
      join meeting_contact mc on mc.tenant_id = ms.tenant_id and mc.meeting_id = ms.meeting_id
      join contact c on c.tenant_id = mc.tenant_id and c.contact_id = mc.contact_id
      where ms.seller_id = ${sellerId}
    ))
    order by a.name, a.account_id
    limit ${maxAccounts}`.execute(tx);
  return rows;
}

function wireOwn(
  row: OwnRow,
): Omit<z.input<typeof OwnAccount>, 'accountId' | 'name' | 'word' | 'decidingUnanswered' | 'lastNearOn' | 'strip'> {
  return {
    isOwner: row.is_owner,
    virtualStreak: row.virtual_streak,
    keyPartners: row.key_partners,
    keyPartnersMet: row.key_partners_met,
    nextVisitOn: row.next_visit_on,
    contacts: [...row.contacts],
  };
}
