/** `npm run recompute` on a real database: equal says so, a difference is named, and what it cannot look into is said. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse } from '../../support/house.ts';

let house: House;
const command = fileURLToPath(new URL('../../../api/local/recompute.ts', import.meta.url));

beforeAll(async () => {
  house = await openHouse({ nowAt: new Date(Date.now() - 86_400_000).toISOString() });
  await house.setUp();
  house.setNow(new Date().toISOString());
  await house.addEvent('ana', anEvent(new Date(Date.now() - 7_200_000).toISOString(), { attendees: [invited(contoral)] }));
  await house.readCalendars();
});

afterAll(() => house.stop());

interface Ended {
  readonly code: number;
  readonly said: string;
}

function recompute(databaseUrl: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [command],
      { env: { ...process.env, DATABASE_URL: databaseUrl } },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, said: stdout + stderr });
      },
    );
  });
}

describe('npm run recompute', () => {
  it('says that every stored row is the same', async () => {
    const { code, said } = await recompute(house.config.database.url);
    expect(said).toMatch(/^2 accounts computed anew in .* s: every stored row is the same\.\n$/);
    expect(code).toBe(0);
  });

  it('names the account and the column that differ', async () => {
    await house.sql(`update account_health h set score = 7 from account a where a.account_id = h.account_id and a.external_id = 'A-2'`);
    const { code, said } = await recompute(house.config.database.url);
    expect(said).toContain('Fabrigon');
    expect(said).toContain('score: stored 7, computed 0');
    expect(said).toContain('2 accounts computed anew');
    expect(said).toContain('1 differ in 1 places');
    expect(code).toBe(1);
  });

  it('does not take for a difference what the timer has yet to do', async () => {
    await house.sql(`update account_health set valid_until_on = '2020-01-01'`);
    const { code, said } = await recompute(house.config.database.url);
    expect(said).toContain('2 wait for the timer.');
    expect(code).toBe(0);
  });

  it('says so when the database has not our schema', async () => {
    const other = new URL(house.config.database.url);
    other.pathname = '/postgres';
    const { code, said } = await recompute(other.href);
    expect(said).toContain('The database has another schema, or none');
    expect(code).toBe(2);
  });
});
