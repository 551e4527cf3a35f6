/** My data is complete: every column that points at a person of ours is in the export, or says here why not. A new table fails until it does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RecordKind, recordKinds } from '../../api/contract/my-data.ts';
import { type House, openHouse } from '../support/house.ts';

/** Where a column's rows are found in the export, or why they are not there. */
type Place = { readonly in: 'profile' | 'calendar' | RecordKind } | { readonly notBecause: string };

/** Columns of a person's id, and documents that may hold one. */
const places: Readonly<Record<string, Place>> = {
  'person.person_id': { in: 'profile' },
  'person.manager_id': { in: 'profile' },
  'mailbox.seller_id': { in: 'calendar' },
  'account.owner_id': { in: 'accounts' },
  'account.visitor_policy_said_by': { in: 'visitor_policies' },
  'account_health.colleagues': { in: 'accounts' },
  'account_pause.paused_by': { in: 'pauses' },
  'account_import.imported_by': { in: 'imports' },
  'idempotency_key.person_id': { in: 'requests' },
  'in_person_ask.asked_by': { in: 'asks' },
  'key_partner.named_by': { in: 'key_partners' },
  'meeting.planned_by': { in: 'meetings' },
  'meeting_seller.seller_id': { in: 'meetings' },
  'person_view.person_id': { in: 'viewed_by' },
  'person_view.viewer_id': { in: 'viewed' },
  'tag.on_behalf_of': { in: 'tags' },
  'tag.tagged_by': { in: 'tags' },
  'visit_plan.planned_by': { in: 'plans' },
  'welcome_answer.seller_id': { in: 'welcome_answers' },
  'account_before_import.was': { notBecause: 'the account as it was, its owner included, until the next import: a copy to undo it' },
  'account_health.key_partner_facts': { notBecause: 'of the customer’s people' },
  'account_health.lines': { notBecause: 'of the account, with the customer’s people' },
  'account_health.strip': { notBecause: 'of the account, without people' },
  'account_import.contacts_before': { notBecause: 'of the customer’s people' },
  'idempotency_key.answer': { notBecause: 'a copy of what the person was answered, for thirty days; what it says is in the other kinds' },
  'set_aside_message.message': { notBecause: 'work that waits for an admin: the ids of a tenant and a seller, nothing about them' },
  'tenant.administrative_unit_id': { notBecause: 'a unit of the directory, not a person' },
  'tenant.seller_group_id': { notBecause: 'a group of the directory, not a person' },
};

let house: House;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-04T14:00:00Z' });
});

afterAll(() => house.stop());

/**
 * `table.column` of every id that points at a person, or at nothing that the database knows (so that a person's id without a foreign key is
 * found too), and of every document. Not the id that a table gives its own rows, and not the tenant.
 */
async function columnsOfPeople(): Promise<readonly string[]> {
  const rows = await house.sql<{ name: string }>(`
    with pointing as (
      select k.conrelid, k.confrelid::regclass::text as target, a.attnum
      from pg_constraint k cross join lateral unnest(k.conkey) as a (attnum)
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    ), own_id as (
      select i.indrelid, i.indkey[1] as attnum from pg_index i where i.indisprimary and i.indnkeyatts = 2
    )
    select c.relname || '.' || a.attname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname <> 'tenant_id' and (
      a.atttypid in ('json'::regtype, 'jsonb'::regtype)
      or (a.atttypid = 'uuid'::regtype and (
        c.relname = 'person'
        or exists (select from pointing p where p.conrelid = c.oid and p.attnum = a.attnum and p.target = 'person')
        or not exists (select from pointing p where p.conrelid = c.oid and p.attnum = a.attnum)
          and not exists (select from own_id o where o.indrelid = c.oid and o.attnum = a.attnum and a.attname = c.relname || '_id')
      ))
    )
    order by 1`);
  return rows.map(({ name }) => name).filter((name) => !ownIds.has(name));
}

/** Ids that rows give themselves and that are not called after their table, and the account of a look, which may be none. */
const ownIds: ReadonlySet<string> = new Set([
  'account_pause.pause_id',
  'idempotency_key.key',
  'in_person_ask.ask_id',
  'person_view.account_id',
  'visit_plan.plan_id',
]);

it('has a place, or a reason, for every column that points at a person', async () => {
  expect(await columnsOfPeople()).toEqual(Object.keys(places).sort());
});

it('has a column behind every kind of record', () => {
  const kinds = new Set(Object.values(places).flatMap((place) => ('in' in place ? [place.in] : [])));
  expect(recordKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('finds a forgotten table, with and without a foreign key (negative control)', async () => {
  await house.sql(`create table forgotten (tenant_id uuid, forgotten_id uuid, liked_by uuid, noted_about uuid, primary key (tenant_id, forgotten_id),
    foreign key (tenant_id, noted_about) references person (tenant_id, person_id))`);
  const found = (await columnsOfPeople()).filter((name) => name.startsWith('forgotten.'));
  await house.sql('drop table forgotten');
  expect(found).toEqual(['forgotten.liked_by', 'forgotten.noted_about']);
});
