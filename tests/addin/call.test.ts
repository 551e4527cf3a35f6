/** Calling the API: the address, the token, and every failure as a value. */
import { describe, expect, it } from 'vitest';
import { createCall } from '../../addin/client/call.ts';
import { failureKey, isPassing } from '../../addin/client/failure.ts';
import type { TokenReply } from '../../addin/host/host.ts';

const me = {
  id: '00000000-0000-4000-8000-000000000001',
  tenantId: '00000000-0000-4000-8000-000000000002',
  name: 'Mara Sato',
  roles: ['seller'],
  tenantName: null,
  currency: null,
  timeZone: null,
};
const meetingId = '00000000-0000-4000-8000-000000000003';

function problem(code: string, status: number): Response {
  return Response.json({ type: 'about:blank', title: code, status, code, requestId: 'r-1', details: { currentVersion: 2 } }, { status });
}

function setUp(respond: (request: Request) => Response | Promise<Response>, token: TokenReply = { kind: 'token', token: 'cached' }) {
  const sent: Request[] = [];
  const call = createCall({
    apiUrl: 'https://api.example/api',
    token: ({ forceRefresh }) => Promise.resolve(forceRefresh ? { kind: 'token', token: 'fresh' } : token),
    fetch: async (input, init) => {
      const request = new Request(String(input), init);
      sent.push(request);
      return respond(request);
    },
  });
  return { call, sent };
}

const noInput = { params: {}, request: {} } as const;
const tag = {
  params: { meetingId },
  request: { outcome: 'held', modality: 'virtual', timeZone: 'Europe/Berlin', basedOnVersion: 0 },
} as const;

describe('a call', () => {
  it('carries the token and gives the parsed reply', async () => {
    const { call, sent } = setUp(() => Response.json({ ...me, unknownMember: 1 }));
    expect(await call('me', noInput)).toEqual({ ok: true, value: me });
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer cached');
  });

  it('puts what is asked into the query of a GET and into the body of a PUT', async () => {
    const { call, sent } = setUp(() => problem('not_ready', 503));
    await call('pending-meetings', { params: {}, request: { limit: 5 } });
    await call('tag-meeting', tag);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://api.example/api/meetings/pending?limit=5',
      `PUT https://api.example/api/meetings/${meetingId}/tag`,
    ]);
    expect(await sent[1]?.json()).toEqual(tag.request);
  });

  it('asks once for a fresh token when the cached one is refused', async () => {
    const { call, sent } = setUp((request) =>
      request.headers.get('authorization') === 'Bearer fresh' ? Response.json(me) : problem('not_signed_in', 401),
    );
    expect(await call('me', noInput)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it('says signed out when the fresh token is refused too, and asks no third time', async () => {
    const { call, sent } = setUp(() => problem('not_signed_in', 401));
    expect(await call('me', noInput)).toEqual({ ok: false, failure: { kind: 'signed_out' } });
    expect(sent).toHaveLength(2);
  });
});

describe('a failure is a value', () => {
  it.each([
    ['nobody signed in', { kind: 'signed_out' }, 'signed_out'],
    ['no token without a network', { kind: 'unavailable' }, 'offline'],
  ] as const)('%s', async (_rule, token, kind) => {
    const { call, sent } = setUp(() => Response.json(me), token);
    expect(await call('me', noInput)).toEqual({ ok: false, failure: { kind } });
    expect(sent).toEqual([]);
  });

  it('a refusal keeps its code, details and number', async () => {
    const { call } = setUp(() => problem('tagged_meanwhile', 409));
    const result = await call('tag-meeting', tag);
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'problem', code: 'tagged_meanwhile', details: { currentVersion: 2 }, requestId: 'r-1' },
    });
    if (!result.ok) expect(failureKey(result.failure)).toBe('problem.tagged_meanwhile');
  });

  it.each([
    ['unavailable', true],
    ['offline', true],
    ['timeout', true],
    ['unexpected_reply', false],
    ['signed_out', false],
  ] as const)('%s is tried again by itself: %s', (kind, isRepeated) => {
    expect(isPassing({ kind })).toBe(isRepeated);
  });

  it.each([
    ['no way to the server', () => Promise.reject(new TypeError('failed to fetch')), 'offline'],
    ['an answer that takes too long', () => Promise.reject(new DOMException('too long', 'TimeoutError')), 'timeout'],
    ['a reply that is not JSON', () => new Response('<html>'), 'unexpected_reply'],
    ['a reply of another shape', () => Response.json({ id: 1 }), 'unexpected_reply'],
    ['a refusal with a code that nobody knows', () => problem('out_of_cheese', 418), 'unexpected_reply'],
    ['a gateway that answers in its own way', () => Response.json({ message: 'no' }, { status: 502 }), 'unavailable'],
    ['a platform that finds nobody behind it', () => new Response('<html>', { status: 503 }), 'unavailable'],
    ['a refusal that is not ours', () => new Response('<html>', { status: 404 }), 'unexpected_reply'],
  ])('%s', async (_rule, respond, kind) => {
    const { call } = setUp(respond);
    expect(await call('me', noInput)).toEqual({ ok: false, failure: { kind } });
  });
});
