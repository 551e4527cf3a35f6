/** The edge of the API: what every route does with requests that no add-in would send, and with a server that is not well. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../api/contract/problem.ts';
import { type House, openHouse } from '../support/house.ts';

const maxBodyBytes = 256 * 1_024;
const nestedArrays = 10_000;
const meetingId = '0197a1b2-0000-7000-8000-000000000001';
const tagPath = `meetings/${meetingId}/tag`;
const tag = { outcome: 'cancelled', timeZone: 'Europe/Berlin', basedOnVersion: 0 };

let house: House;
let authorization: string;

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-05-04T14:00:00Z' });
  await house.setUp();
  authorization = `Bearer ${await house.token('ana')}`;
});

afterAll(() => house.stop());

async function put(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
  path = tagPath,
): Promise<Response> {
  return house.fetch(path, { method: 'PUT', headers: { authorization, 'content-type': 'application/json', ...headers }, body });
}

/** The status and the code, after checking everything that every problem must be. */
async function problemOf(response: Response): Promise<{ readonly status: number; readonly code: string; readonly text: string }> {
  const text = await response.text();
  const problem = Problem.parse(JSON.parse(text));
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(text).not.toMatch(/\bat \S+ \(|\.ts:\d+|node_modules/);
  return { status: response.status, code: problem.code, text };
}

describe('a route', () => {
  it.each(['', 'nothing', 'me/', 'ME', 'me/more', 'meetings//tag', 'admin'])('%j does not exist', async (path) => {
    expect(await problemOf(await house.fetch(path, { headers: { authorization } }))).toMatchObject({
      status: 404,
      code: 'route_not_found',
    });
  });

  it.each([
    ['POST', 'me'],
    ['DELETE', 'me'],
    ['PATCH', tagPath],
    ['GET', tagPath],
    ['PUT', 'ready'],
  ])('%s %s is not allowed', async (method, path) => {
    const response = await house.fetch(path, { method, headers: { authorization } });
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method_not_allowed' });
  });

  it.each(['nonsense', '%00', '%2e%2e', `${meetingId}0`])('with the parameter %s is not found', async (parameter) => {
    const found = await problemOf(await put(JSON.stringify(tag), {}, `meetings/${parameter}/tag`));
    expect(found.status).toBe(404);
    expect(found.text).not.toContain('nonsense');
  });

  it('answers HEAD as GET, without a body', async () => {
    const response = await house.fetch('live', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('a body', () => {
  it('that is right reaches the use case (positive control)', async () => {
    expect(await problemOf(await put(JSON.stringify(tag)))).toMatchObject({ status: 404, code: 'meeting_not_found' });
  });

  it.each(['', '{', 'undefined', '{"outcome":', '\u0000', '{"a":1}{"b":2}'])('%j is not JSON', async (body) => {
    expect(await problemOf(await put(body))).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  it.each(['null', '[]', '"text"', '1', '{}', '{"outcome":"secret-7f3a"}'])('%s is not a tag, and is not echoed', async (body) => {
    const found = await problemOf(await put(body));
    expect(found).toMatchObject({ status: 400, code: 'request_invalid' });
    expect(found.text).not.toContain('secret-7f3a');
  });

  it.each(['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', 'application/json5', ''])('of type %j', async (type) => {
    const found = await problemOf(await put(JSON.stringify(tag), { 'content-type': type }));
    expect(found).toMatchObject({ status: 415, code: 'media_type_unsupported' });
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON', ' application/json '])('of type %j is read', async (type) => {
    expect((await problemOf(await put(JSON.stringify(tag), { 'content-type': type }))).code).toBe('meeting_not_found');
  });

  it('is read up to exactly the limit, and refused beyond', async () => {
    const bare = JSON.stringify(tag);
    const full = bare + ' '.repeat(maxBodyBytes - bare.length);
    expect((await problemOf(await put(full))).code).toBe('meeting_not_found');
    expect(await problemOf(await put(`${full} `))).toMatchObject({ status: 413, code: 'request_too_large' });
  });

  it('is measured in bytes, whatever content-length says', async () => {
    const euros = JSON.stringify({ ...tag, note: '\u20ac'.repeat(maxBodyBytes / 2) });
    expect((await problemOf(await put(euros, { 'content-length': '10' }))).status).toBe(413);
    expect((await problemOf(await put(JSON.stringify(tag), { 'content-length': String(maxBodyBytes + 1) }))).status).toBe(413);
  });

  it('with unknown members or __proto__ changes nothing', async () => {
    const body = `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"extra":1,${JSON.stringify(tag).slice(1)}`;
    expect((await problemOf(await put(body))).code).toBe('meeting_not_found');
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it.each(['', '{"engagement":'])('nested ten thousand deep is refused %j', async (before) => {
    const deep = '['.repeat(nestedArrays) + ']'.repeat(nestedArrays);
    expect((await problemOf(await put(before === '' ? deep : `${before}${deep}}`))).code).toBe('request_invalid');
  });

  it('is not looked at before the caller is known', async () => {
    expect((await problemOf(await put('{', { authorization: '' }))).status).toBe(401);
  });
});

describe('another origin', () => {
  const allowed = 'access-control-allow-origin';

  it('is let in when it is exactly the add-in (positive control)', async () => {
    const answer = await house.fetch('me', { headers: { authorization, origin: house.addinOrigin } });
    expect(answer.headers.get(allowed)).toBe(house.addinOrigin);
    const preflight = await house.fetch('me', {
      method: 'OPTIONS',
      headers: { origin: house.addinOrigin, 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get(allowed)]).toEqual([204, house.addinOrigin]);
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('may read a refusal too when it is the add-in', async () => {
    expect((await house.fetch('me', { headers: { origin: house.addinOrigin } })).headers.get(allowed)).toBe(house.addinOrigin);
  });

  it.each([
    'null',
    'http://addin.test',
    'https://addin.test.',
    'https://x.addin.test',
    'https://addin.test:8443',
    'https://addin.test/',
    'https://ADDIN.test',
    'https://addin.test.evil.example',
    'https://evil.example',
  ])('%s is not let in', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await house.fetch('me', { method, headers: { authorization, origin, 'access-control-request-method': 'GET' } });
      expect(headers.get(allowed)).toBeNull();
    }
  });
});

describe('a server that is not well', () => {
  it('says nothing of an error but its number, which the log has too', async () => {
    await house.sql('alter table person rename to person_away');
    try {
      const found = await problemOf(await house.fetch('me', { headers: { authorization } }));
      expect(found).toMatchObject({ status: 500, code: 'internal_error' });
      expect(found.text).not.toMatch(/person|relation|42P01/);
      const { requestId, details } = Problem.parse(JSON.parse(found.text));
      expect(details).toBeUndefined();
      expect(house.logLines.filter((line) => line.includes(requestId))).toHaveLength(1);
    } finally {
      await house.sql('alter table person_away rename to person');
    }
    expect((await house.fetch('me', { headers: { authorization } })).status).toBe(200);
  });

  it('is live but not ready on another schema, and names the database', async () => {
    expect((await house.fetch('ready')).status).toBe(200);
    await house.sql(`insert into migration.applied (name, timestamp) values ('9999-later', 'now')`);
    try {
      const response = await house.fetch('ready');
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      const found = await problemOf(response);
      expect(found).toMatchObject({ status: 503, code: 'not_ready' });
      expect(Problem.parse(JSON.parse(found.text)).details).toEqual({ missing: ['database'] });
      expect((await house.fetch('live')).status).toBe(200);
    } finally {
      await house.sql(`delete from migration.applied where name = '9999-later'`);
    }
    expect((await house.fetch('ready')).status).toBe(200);
  });

  it('is not ready while its database is gone, and ready again after', async () => {
    const [row] = await house.sql<{ name: string }>('select current_database() as name');
    const name = row?.name ?? '';
    await house.sql(`alter role firsthand_app nologin`);
    try {
      await house.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'firsthand_app' and datname = $1`, [name]);
      const found = await problemOf(await house.fetch('ready'));
      expect(Problem.parse(JSON.parse(found.text)).details).toEqual({ missing: ['database'] });
      expect((await house.fetch('live')).status).toBe(200);
      expect(await problemOf(await house.fetch('me', { headers: { authorization } }))).toMatchObject({ status: 503, code: 'not_ready' });
    } finally {
      await house.sql(`alter role firsthand_app login`);
    }
    expect((await house.fetch('ready')).status).toBe(200);
    expect((await house.fetch('me', { headers: { authorization } })).status).toBe(200);
  });
});
