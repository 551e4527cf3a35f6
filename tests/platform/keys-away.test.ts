/** Entra's signing keys cannot be read: nobody is called a stranger for it, and everybody is let in once they can be. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Problem } from '../../api/contract/problem.ts';
import { type LocalHost, startHost } from '../../api/local/host.ts';
import { jsonLog } from '../../api/platform/log.ts';
import { type House, openHouse } from '../support/house.ts';

const nowAt = '2026-05-04T14:00:00Z';
/** What stands where the keys are asked for; undefined cuts the connection. */
let keys: { readonly status: number; readonly body: string } | undefined;
let genuine: string;
let house: House;
let entra: Server;
let host: LocalHost;
let authorization: string;

beforeAll(async () => {
  house = await openHouse({ nowAt });
  await house.setUp();
  authorization = `Bearer ${await house.token('ana')}`;
  genuine = await (await fetch(`${house.entraBaseUrl}/${house.tenant.tenantId}/discovery/v2.0/keys`)).text();
  entra = createServer((request, response) => {
    if (!keys) request.socket.destroy();
    else response.writeHead(keys.status, { 'content-type': 'application/json' }).end(keys.body);
  });
  await new Promise<void>((resolve) => entra.listen(0, '127.0.0.1', resolve));
});

beforeEach(async () => {
  await host?.stop();
  const entraAuthority = `http://127.0.0.1:${(entra.address() as AddressInfo).port}`;
  const config = { ...house.config, simulators: { ...house.config.simulators, entraAuthority } };
  host = await startHost({ config, clock: { now: () => new Date(nowAt) }, log: jsonLog(() => undefined), hasSchedules: false });
});

afterAll(async () => {
  await host.stop();
  await new Promise((resolve) => entra.close(resolve));
  await house.stop();
});

it.each([
  ['no answer', undefined],
  ['an error', { status: 503, body: '{}' }],
  ['a refusal', { status: 400, body: '{"error":"invalid_request"}' }],
  ['a page', { status: 200, body: '<html>Our services are not available right now.</html>' }],
  ['something that is no key set', { status: 200, body: '{"keys":"none"}' }],
])('%s in place of the keys is not ready, and the next request with the keys there is let in', async (_what, fault) => {
  keys = fault;
  const response = await host.app.request('/api/me', { headers: { authorization } });
  expect(response.headers.get('retry-after')).toBe('5');
  expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'not_ready' });

  keys = { status: 200, body: genuine };
  expect((await host.app.request('/api/me', { headers: { authorization } })).status).toBe(200);
});

it('a token that names a key which Entra does not have is refused while the keys are there', async () => {
  keys = { status: 200, body: '{"keys":[]}' };
  expect((await host.app.request('/api/me', { headers: { authorization } })).status).toBe(401);
});
