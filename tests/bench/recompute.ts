/**
 * `node tests/bench/recompute.ts`: how long it takes to compute the health of 10,000 accounts with 1,000,000 meetings, on a real database.
 * The goal is 60 s on two cores. `ACCOUNTS` and `MEETINGS` (per account) make it smaller.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { recomputeHealth } from '../../api/features/health/recompute-health.ts';
import { refreshDueHealth } from '../../api/features/health/refresh-due-health.ts';
import { startPostgres } from '../../api/local/machine/postgres.ts';
import { openDatabase } from '../../api/platform/db/database.ts';
import { migrate } from '../../api/platform/db/migrate.ts';

const accounts = Number(process.env['ACCOUNTS'] ?? 10_000);
const meetingsPerAccount = Number(process.env['MEETINGS'] ?? 100);
const contactsPerAccount = 5;
const sellers = 200;
const tenantId = '00000000-0000-4000-8000-000000000001';
const nowAt = new Date('2026-11-23T12:00:00Z');
const appPassword = 'only-for-the-bench';

/** Two years of meetings: half in person or virtual by turns, every tenth unanswered, two people in each. */
const fill = `
  select set_config('firsthand.tenant_id', '${tenantId}', false);
  insert into tenant (tenant_id, display_name, time_zone, currency, own_domains, seller_group_id, set_up_at)
    values ('${tenantId}', 'Bench', 'Europe/Berlin', 'EUR', '{ours.example}', gen_random_uuid(), '2024-01-01');
  insert into person (tenant_id, person_id, display_name, mail, is_seller, enrolled_at)
    select '${tenantId}', md5('p' || s)::uuid, 'Seller ' || s, 's' || s || '@ours.example', true, '2024-06-01' from generate_series(1, ${sellers}) s;
  insert into account (tenant_id, account_id, external_id, name, owner_id, revenue_minor, revenue_currency, tenant_revenue_minor, own_tenant_revenue_minor, tier, cadence_days)
    select '${tenantId}', md5('a' || a)::uuid, 'A-' || a, 'Account ' || a, md5('p' || (a % ${sellers} + 1))::uuid, a, 'EUR', a, a, 'B', 90
    from generate_series(1, ${accounts}) a;
  insert into contact (tenant_id, contact_id, mail, display_name, account_id)
    select '${tenantId}', md5('c' || a || '.' || c)::uuid, 'c' || c || '@a' || a || '.example', 'Contact ' || c, md5('a' || a)::uuid
    from generate_series(1, ${accounts}) a, generate_series(1, ${contactsPerAccount}) c;
  insert into key_partner (tenant_id, contact_id, named_on)
    select '${tenantId}', md5('c' || a || '.' || c)::uuid, '2025-01-01' from generate_series(1, ${accounts}) a, generate_series(1, 3) c;
  insert into meeting (tenant_id, meeting_id, meeting_key, subject, starts_at, ends_at, time_zone, is_all_day, is_cancelled, location_text,
      is_own_room, is_online_meeting, last_modified_at, tag_version, last_tag_version)
    select '${tenantId}', md5('m' || a || '.' || m)::uuid, a || '.' || m, 'Review', at, at + interval '1 hour', 'UTC', false, false, 'Room',
      false, false, at, sign(m % 10), sign(m % 10)
    from generate_series(1, ${accounts}) a, generate_series(1, ${meetingsPerAccount}) m,
      lateral (select timestamptz '2026-11-20 10:00Z' - m * interval '7 days' - a % 7 * interval '1 day' as at) t;
  insert into meeting_seller (tenant_id, meeting_id, seller_id, event_id, response, read_number)
    select '${tenantId}', md5('m' || a || '.' || m)::uuid, md5('p' || (a % ${sellers} + 1))::uuid, 'e', 'organizer', 1
    from generate_series(1, ${accounts}) a, generate_series(1, ${meetingsPerAccount}) m;
  insert into meeting_contact (tenant_id, meeting_id, contact_id, response)
    select '${tenantId}', md5('m' || a || '.' || m)::uuid, md5('c' || a || '.' || ((m + c) % ${contactsPerAccount} + 1))::uuid, 'accepted'
    from generate_series(1, ${accounts}) a, generate_series(1, ${meetingsPerAccount}) m, generate_series(1, 2) c;
  insert into tag (tenant_id, meeting_id, version, outcome, modality, held_on, tagged_by, tagged_at)
    select tenant_id, meeting_id, 1, 'held', case when hashtext(meeting_key) % 2 = 0 then 'in_person' else 'virtual' end, starts_at::date,
      s.seller_id, ends_at
    from meeting m join meeting_seller s using (tenant_id, meeting_id) where tag_version = 1;
  insert into tag_contact (tenant_id, meeting_id, version, contact_id, was_present)
    select mc.tenant_id, mc.meeting_id, 1, mc.contact_id, true from meeting_contact mc join meeting m using (tenant_id, meeting_id) where m.tag_version = 1;
  insert into account_health (tenant_id, account_id, word, unanswered, deciding_unanswered, virtual_streak, key_partners, key_partners_met, strip, computed_on, valid_until_on)
    select tenant_id, account_id, 'new', 0, 0, 0, 0, 0, '[]', '2026-01-01', '2026-01-01' from account;
  analyze;`;

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const startedAtMs = performance.now();
  await work();
  return `${((performance.now() - startedAtMs) / 1_000).toFixed(1)} s`;
}

const folder = await mkdtemp(join(tmpdir(), 'firsthand-bench-'));
const postgres = await startPostgres({ dataFolder: folder, isDisposable: true });
try {
  await migrate({ adminUrl: postgres.url, appPassword });
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  process.stdout.write(
    `${accounts} accounts, ${accounts * meetingsPerAccount} meetings; filled in ${await seconds(() => admin.query(fill))}\n`,
  );
  await admin.end();
  const url = new URL(postgres.url);
  url.username = 'firsthand_app';
  url.password = appPassword;
  const database = openDatabase({ url: url.href, maxConnections: 2 });
  const background = { nowAt: () => nowAt, withTenant: database.withTenant, tenantIds: database.tenantIds };
  process.stdout.write(`computed and stored: ${await seconds(() => refreshDueHealth(background))}\n`);
  let differences = 0;
  const took = await seconds(async () => {
    differences = (await recomputeHealth(database, nowAt)).differences.length;
  });
  process.stdout.write(
    `computed anew and compared: ${took}, ${differences} differences; ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} MB at most\n`,
  );
  await database.close();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
