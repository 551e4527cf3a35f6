/** The simulator's control surface on the port that a developer knows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphControl } from '../../api/local/graph-control.ts';
import { getRaw, graphToken, people, smallTenant, startCloud } from './microsoft/cloud.ts';
import type { Cloud } from './microsoft/cloud.ts';

const tenant = smallTenant([]);
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ tenants: [tenant] });
});
afterAll(() => cloud.close());

const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  await graphControl(cloud.graphUrl).request(`/local/graph/${path}`, init);

it('faults are switched on and off through it, and requests counted', async () => {
  const token = await graphToken(cloud, tenant.tenantId);
  const status = async (): Promise<number> => (await getRaw({ cloud, token, path: '/v1.0/organization' })).status;
  expect((await ask('faults', { method: 'POST', body: '{"kind":"unavailable"}' })).status).toBe(200);
  expect(await status()).toBe(503);
  await ask('faults', { method: 'POST', body: '{"kind":"none"}' });
  expect(await status()).toBe(200);
  expect(await (await ask('requests')).json()).toEqual({ organization: { all: 2, refused: 1 } });
  expect((await ask('requests', { method: 'DELETE' })).status).toBe(204);
});

it('a refusal comes back as it is, and a query is handed on', async () => {
  expect((await ask('faults', { method: 'POST', body: '{"kind":"flood"}' })).status).toBe(400);
  expect((await ask(`outlook/${people.anna.id}/items?from=never`)).status).toBe(400);
});
