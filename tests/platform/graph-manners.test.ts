/** How politely Graph is asked, seen from the other side: by a server that counts what is under way. */
import type { Context } from '@microsoft/microsoft-graph-client';
import { describe, expect, it } from 'vitest';
import { graphManners, type Patience } from '../../api/platform/graph/manners.ts';

const calendar = (user: string): string => `https://graph.microsoft.com/v1.0/users/${user}/calendarView?startDateTime=x`;

interface Server {
  readonly send: (context: Context) => Promise<void>;
  readonly mostAtOnce: () => number;
  /** Addresses in the order in which they were begun. */
  readonly seen: string[];
}

/** `answers` are given in turn, then 200 for ever. */
function server(answers: readonly Response[] = [], holdMs = 5): Server {
  let underWay = 0;
  let most = 0;
  const left = [...answers];
  const seen: string[] = [];
  return {
    seen,
    mostAtOnce: () => most,
    async send(context) {
      seen.push(String(context.request));
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, holdMs));
      underWay -= 1;
      context.response = left.shift() ?? new Response('{}');
    },
  };
}

function refusal(retryAfter: string, status = 429): Response {
  return new Response('{}', { status, headers: { 'retry-after': retryAfter } });
}

const of = (patience: Patience): { readonly tenantId: string; readonly patience: Patience } => ({ tenantId: 't', patience });

async function sent(
  manners: ReturnType<typeof graphManners>,
  to: Server,
  address: string,
  patience: Patience = 'background',
): Promise<number> {
  const context: Context = { request: address };
  await manners.send(context, of(patience), to.send);
  return context.response?.status ?? 0;
}

describe('what is under way at once', () => {
  it('is at most three requests of one mailbox', async () => {
    const graph = server();
    const manners = graphManners();
    await Promise.all(Array.from({ length: 12 }, () => sent(manners, graph, calendar('ana'))));
    expect(graph.mostAtOnce()).toBe(3);
  });

  it('is more for several mailboxes', async () => {
    const graph = server();
    const manners = graphManners();
    await Promise.all(['ana', 'bob', 'cleo'].flatMap((user) => Array.from({ length: 4 }, () => sent(manners, graph, calendar(user)))));
    expect(graph.mostAtOnce()).toBe(9);
  });

  it('counts a batch for the mailbox that it is about', async () => {
    const graph = server();
    const manners = graphManners();
    const batch = (): Promise<void> =>
      manners.send(
        { request: 'https://graph.microsoft.com/v1.0/$batch', options: { body: '{"requests":[{"url":"/users/ana/events/1"}]}' } },
        of('background'),
        graph.send,
      );
    await Promise.all(Array.from({ length: 8 }, batch));
    expect(graph.mostAtOnce()).toBe(3);
  });
});

it('a person who waits is served before the background that came first', async () => {
  const graph = server();
  const manners = graphManners();
  const background = Array.from({ length: 9 }, (_, index) => sent(manners, graph, `${calendar('ana')}&$skip=${index}`));
  await Promise.all([...background, sent(manners, graph, `${calendar('ana')}&person`, 'person')]);
  expect(graph.seen.findIndex((address) => address.endsWith('&person'))).toBe(3);
});

describe('a request to wait', () => {
  it.each(['0.3', '1'])('of %s seconds is obeyed, and the request sent again', async (seconds) => {
    const graph = server([refusal(seconds)]);
    const startedMs = performance.now();
    expect(await sent(graphManners(), graph, calendar('ana'))).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(Number(seconds) * 1_000 - 5);
  });

  it('holds for every request of the mailbox, and for no other mailbox', async () => {
    const graph = server([refusal('0.4')]);
    const manners = graphManners();
    const first = sent(manners, graph, calendar('ana'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const startedMs = performance.now();
    const other = sent(manners, graph, calendar('bob')).then(() => performance.now() - startedMs);
    const same = sent(manners, graph, `${calendar('ana')}&second`).then(() => performance.now() - startedMs);
    expect(await other).toBeLessThan(200);
    expect(await same).toBeGreaterThan(300);
    await first;
  });

  it('longer than a person waits is the answer, and the next one is not even sent', async () => {
    const graph = server([refusal('30')]);
    const manners = graphManners();
    expect(await sent(manners, graph, calendar('ana'), 'person')).toBe(429);
    expect(await sent(manners, graph, calendar('ana'), 'person')).toBe(429);
    expect(graph.seen).toHaveLength(1);
  });

  it('without end is given up after the last try', async () => {
    const graph = server(Array.from({ length: 20 }, () => refusal('0.01', 503)));
    expect(await sent(graphManners(), graph, calendar('ana'))).toBe(503);
    expect(graph.seen).toHaveLength(6);
  });
});
