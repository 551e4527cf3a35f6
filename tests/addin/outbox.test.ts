/** Every command is kept until it is acknowledged, sent in order and by one page alone, and never for somebody else. */
import { describe, expect, it } from 'vitest';
import type { CallFailure } from '../../addin/client/call.ts';
import { nextToSend, type OutboxEntry, subjectsOf } from '../../addin/client/outbox/outbox-entry.ts';
import { createMemoryStore, fallingBack, type OutboxStore } from '../../addin/client/outbox/outbox-store.ts';
import { ownerOf, watchOwner } from '../../addin/client/token-owner.ts';
import type { TokenReply } from '../../addin/host/host.ts';
import { anOutbox, channels, oneAtATime, settled, tenantId, type TestOutbox } from './an-outbox.ts';

const mara = '00000000-0000-4000-8000-000000000001';
const tom = '00000000-0000-4000-8000-000000000002';
const offline: CallFailure = { kind: 'offline' };
const gone: CallFailure = { kind: 'problem', code: 'account_not_found', details: {}, requestId: 'r' };
const accountIds = Array.from({ length: 6 }, (_, number) => `00000000-0000-4000-8000-00000000010${number}`);
const [contral = '', fabrigon = ''] = accountIds;

const skip = (to: TestOutbox, accountId: string) =>
  to.outbox.send('answer-welcome', { params: { accountId }, request: { answer: 'skipped' } }, `Skipped ${accountId}`);
const asked = ({ sent }: TestOutbox): readonly unknown[] => sent.map(({ params }) => params);

describe('a command', () => {
  it('is written down before it is sent, with its key, and removed when it is acknowledged', async () => {
    const page = anOutbox({ personId: mara });
    const done = skip(page, contral);
    await settled();
    expect(page.outbox.state().entries).toMatchObject([{ key: page.sent[0]?.key, isSent: true, owner: `${tenantId}/${mara}` }]);
    page.sent[0]?.answer({ ok: true, value: {} });
    expect(await done).toEqual({ kind: 'done', value: {} });
    await settled();
    expect(page.outbox.state().entries).toEqual([]);
  });

  it('tells at once when it has to wait, and what came of it later', async () => {
    const page = anOutbox({ personId: mara });
    const outcomes: unknown[] = [];
    page.outbox.onSettled(({ entry, result }) => outcomes.push([entry.about, result.ok]));
    const sent = skip(page, contral);
    await settled();
    page.sent[0]?.answer({ ok: false, failure: offline });
    expect(await sent).toEqual({ kind: 'kept' });
    expect(page.outbox.state()).toMatchObject({ heldUpBy: offline, entries: [{ about: `Skipped ${contral}` }] });
    page.outbox.wake();
    await settled();
    expect(page.sent[1]?.key).toBe(page.sent[0]?.key);
    page.sent[1]?.answer({ ok: true, value: {} });
    await settled();
    expect(outcomes).toEqual([[`Skipped ${contral}`, true]]);
    expect(page.outbox.state().heldUpBy).toBeUndefined();
  });

  it('that is refused at once is told to whoever gave it, and is gone', async () => {
    const page = anOutbox({ personId: mara });
    const sent = skip(page, contral);
    await settled();
    page.sent[0]?.answer({ ok: false, failure: gone });
    expect(await sent).toEqual({ kind: 'refused', failure: gone });
    expect(page.outbox.state().entries).toEqual([]);
  });

  it('that is refused after waiting stays, with the reason, until it is given up or tried again', async () => {
    const page = anOutbox({ personId: mara });
    const sent = skip(page, contral);
    await settled();
    page.sent[0]?.answer({ ok: false, failure: offline });
    await sent;
    page.outbox.wake();
    await settled();
    page.sent[1]?.answer({ ok: false, failure: gone });
    await settled();
    const [entry] = page.outbox.state().entries;
    expect(entry?.refusal).toEqual({ code: 'account_not_found', details: {}, requestId: 'r' });
    await page.outbox.tryAgain(entry?.key ?? '');
    await settled();
    expect(page.sent).toHaveLength(3);
    page.sent[2]?.answer({ ok: false, failure: gone });
    await settled();
    await page.outbox.discard(entry?.key ?? '');
    expect(page.outbox.state().entries).toEqual([]);
  });

  describe('about several meetings', () => {
    const claims = accountIds.slice(0, 2).map((meetingId) => {
      return { meetingId, outcome: 'held' as const, modality: 'virtual' as const, timeZone: 'Europe/Berlin', basedOnVersion: 0 };
    });
    const [stored, refused] = claims;
    const reply = {
      todayOn: '2026-11-20',
      outcomes: [
        { kind: 'tagged', meetingId: stored?.meetingId },
        { kind: 'refused', meetingId: refused?.meetingId, code: 'tagged_meanwhile' },
      ],
      changes: [],
    };

    it('says again by itself what was refused of it after waiting, so that it is told', async () => {
      const page = anOutbox({ personId: mara });
      const sent = page.outbox.send('tag-meetings', { params: {}, request: { tags: claims } }, 'Virtual, 2 meetings');
      await settled();
      page.sent[0]?.answer({ ok: false, failure: offline });
      await sent;
      page.outbox.wake();
      await settled();
      page.sent[1]?.answer({ ok: true, value: reply });
      await settled();
      const { meetingId, ...claim } = refused ?? {};
      expect(page.sent[2]).toMatchObject({ name: 'tag-meeting', params: { meetingId }, request: claim });
      expect(page.sent[2]?.key).not.toBe(page.sent[1]?.key);
      page.sent[2]?.answer({
        ok: false,
        failure: { kind: 'problem', code: 'tagged_meanwhile', details: { currentVersion: 1 }, requestId: 'r' },
      });
      await settled();
      expect(page.outbox.state().entries).toMatchObject([
        { name: 'tag-meeting', about: 'Virtual, 2 meetings', refusal: { code: 'tagged_meanwhile', details: { currentVersion: 1 } } },
      ]);
      expect(page.sent).toHaveLength(3);
    });

    it('leaves what is refused at once to who waits for the answer', async () => {
      const page = anOutbox({ personId: mara });
      const sent = page.outbox.send('tag-meetings', { params: {}, request: { tags: claims } }, 'Virtual, 2 meetings');
      await settled();
      page.sent[0]?.answer({ ok: true, value: reply });
      expect(await sent).toMatchObject({ kind: 'done' });
      await settled();
      expect([page.sent.length, page.outbox.state().entries]).toEqual([1, []]);
    });
  });

  it('follows an earlier one about the same thing, and overtakes none', async () => {
    const page = anOutbox({ personId: mara });
    void skip(page, contral);
    void skip(page, contral);
    void skip(page, fabrigon);
    await settled();
    expect(asked(page)).toEqual([{ accountId: contral }, { accountId: fabrigon }]);
    page.sent[0]?.answer({ ok: true, value: {} });
    await settled();
    expect(asked(page)).toEqual([{ accountId: contral }, { accountId: fabrigon }, { accountId: contral }]);
  });

  it('is under way with at most three others', async () => {
    const page = anOutbox({ personId: mara });
    for (const accountId of accountIds) void skip(page, accountId);
    await settled();
    expect(page.sent).toHaveLength(4);
    page.sent[0]?.answer({ ok: true, value: {} });
    await settled();
    expect(page.sent).toHaveLength(5);
  });

  it('is repeated by itself ever more slowly, up to a minute', async () => {
    const page = anOutbox({ personId: mara });
    void skip(page, contral);
    for (let tries = 0; tries < 8; tries += 1) {
      await settled();
      page.sent.at(-1)?.answer({ ok: false, failure: { kind: 'unavailable' } });
      await settled();
      page.outbox.wake();
    }
    expect(page.waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('does not leave a device that knows it has no network', async () => {
    const page = anOutbox({ personId: mara });
    page.network.isOnline = false;
    expect(await skip(page, contral)).toEqual({ kind: 'kept' });
    expect(page.sent).toEqual([]);
    expect(page.outbox.state().entries).toMatchObject([{ isSent: false }]);
  });
});

describe('two pages of one browser', () => {
  async function pages(): Promise<{ readonly pane: TestOutbox; readonly tab: TestOutbox }> {
    const shared = { personId: mara, store: createMemoryStore(), alone: oneAtATime() };
    const channel = channels();
    const [pane, tab] = [anOutbox({ ...shared, channel: channel() }), anOutbox({ ...shared, channel: channel() })];
    await settled();
    return { pane, tab };
  }

  it('send each command once', async () => {
    const { pane, tab } = await pages();
    void skip(pane, contral);
    void skip(tab, fabrigon);
    await settled();
    pane.outbox.wake();
    tab.outbox.wake();
    await settled();
    expect([...asked(pane), ...asked(tab)]).toHaveLength(2);
  });

  it('both hear what came of it, whichever gave and whichever sent it', async () => {
    const { pane, tab } = await pages();
    void skip(pane, contral);
    await settled();
    const fromTab = skip(tab, fabrigon);
    await settled();
    expect([asked(pane), asked(tab)]).toEqual([[{ accountId: contral }, { accountId: fabrigon }], []]);
    for (const { answer } of pane.sent) answer({ ok: true, value: {} });
    expect(await fromTab).toEqual({ kind: 'done', value: {} });
    await settled();
    expect([pane, tab].map(({ outbox }) => outbox.state().entries)).toEqual([[], []]);
  });

  it('both show that nothing can be sent, and that it can again', async () => {
    const { pane, tab } = await pages();
    void skip(pane, contral);
    await settled();
    pane.sent[0]?.answer({ ok: false, failure: offline });
    await settled();
    expect(tab.outbox.state()).toMatchObject({ heldUpBy: offline, entries: [{ about: `Skipped ${contral}` }] });
    pane.outbox.wake();
    await settled();
    pane.sent[1]?.answer({ ok: true, value: {} });
    await settled();
    expect(tab.outbox.state()).toMatchObject({ heldUpBy: undefined, entries: [] });
  });

  it('send after a restart what an ended page had sent without hearing of it, with the same key', async () => {
    const ended = anOutbox({ personId: mara });
    void skip(ended, contral);
    await settled();
    const next = anOutbox({ personId: mara, store: ended.kept });
    await settled();
    expect(next.sent.map(({ key }) => key)).toEqual([ended.sent[0]?.key]);
  });
});

describe('what one person left on a device', () => {
  it('comes to no answer on the page of another', async () => {
    const store = createMemoryStore();
    const join = channels();
    const [maras, toms] = [anOutbox({ personId: mara, store, channel: join() }), anOutbox({ personId: tom, store, channel: join() })];
    await settled();
    const heard: string[] = [];
    maras.outbox.onSettled(() => heard.push('mara'));
    toms.outbox.onSettled(() => heard.push('tom'));
    void skip(maras, contral);
    await settled();
    maras.sent[0]?.answer({ ok: true, value: {} });
    await settled();
    expect(heard).toEqual(['mara']);
  });

  it('is neither shown to nor sent by another, and still there for the first', async () => {
    const maras = anOutbox({ personId: mara });
    maras.network.isOnline = false;
    await skip(maras, contral);
    const toms = anOutbox({ personId: tom, store: maras.kept });
    await settled();
    expect([toms.sent, toms.outbox.state().entries]).toEqual([[], []]);
    await skip(Object.assign(toms, { network: Object.assign(toms.network, { isOnline: false }) }), fabrigon);
    const again = anOutbox({ personId: mara, store: maras.kept });
    await settled();
    expect(asked(again)).toEqual([{ accountId: contral }]);
    expect(again.sent[0]?.owner).toBe(`${tenantId}/${mara}`);
  });

  it('is told apart by tenant and person of the token', () => {
    const token = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    expect(ownerOf(token({ tid: tenantId, oid: mara, name: 'Márá' }))).toBe(`${tenantId}/${mara}`);
    for (const worthless of ['', 'x', 'a.b.c', token({ tid: tenantId }), token({ tid: 'x', oid: mara })])
      expect(ownerOf(worthless)).toBeUndefined();
  });
});

describe('whose a page is', () => {
  const token = (person: string): string => `e30.${Buffer.from(JSON.stringify({ tid: tenantId, oid: person })).toString('base64url')}.x`;

  it('is known from any token, even when the question of its own is never answered', async () => {
    const answers: ((reply: TokenReply) => void)[] = [];
    const watched = watchOwner(() => new Promise((resolve) => answers.push(resolve)));
    const heard: string[] = [];
    watched.onOwner(() => heard.push('somebody'));
    const owner = watched.owner();
    void watched.token({ forceRefresh: false });
    answers[1]?.({ kind: 'token', token: token(mara) });
    expect(await owner).toBe(`${tenantId}/${mara}`);
    expect(heard).toEqual(['somebody']);
  });

  it('stays known while no token can be had, and changes with whoever signs in', async () => {
    let reply: TokenReply = { kind: 'token', token: token(mara) };
    const watched = watchOwner(async () => reply);
    await watched.owner();
    reply = { kind: 'unavailable' };
    await watched.token({ forceRefresh: true });
    expect(await watched.owner()).toBe(`${tenantId}/${mara}`);
    reply = { kind: 'token', token: token(tom) };
    await watched.token({ forceRefresh: true });
    expect(await watched.owner()).toBe(`${tenantId}/${tom}`);
  });
});

describe('the line', () => {
  const entry = (position: number, input: OutboxEntry['input'], change: Partial<OutboxEntry> = {}): OutboxEntry => ({
    key: `00000000-0000-4000-8000-00000000020${position}`,
    owner: 'o',
    position,
    name: 'tag-meeting',
    input,
    about: '',
    queuedAt: '2026-11-20T14:00:00.000Z',
    isSent: false,
    isVersion: false,
    ...change,
  });
  const about = (meetingId: string): OutboxEntry['input'] => ({ params: { meetingId }, request: {} });
  const refusal = { code: 'meeting_cancelled', details: {}, requestId: 'r' } as const;

  it('knows the meetings that are tagged together', () => {
    const together = entry(1, { params: {}, request: { tags: [{ meetingId: 'a' }, { meetingId: 'b' }] } }, { name: 'tag-meetings' });
    expect(subjectsOf(together)).toEqual(['a', 'b']);
    expect(nextToSend([together, entry(2, about('b')), entry(3, about('c'))], new Set([together.key]))?.position).toBe(3);
  });

  it('holds back what was said on the ground of something refused', () => {
    const entries = [entry(1, about('a'), { refusal }), entry(2, about('a')), entry(3, about('b'))];
    expect(nextToSend(entries, new Set())?.position).toBe(3);
    expect(nextToSend(entries.slice(0, 2), new Set())).toBeUndefined();
  });
});

describe('a browser that stops keeping things', () => {
  it('goes on in memory with what was there, and says that it is not kept', async () => {
    const first = createMemoryStore();
    let isBroken = false;
    const store: OutboxStore = {
      isKept: () => true,
      read: () => first.read(),
      update: (change) => (isBroken ? Promise.reject(new Error('quota')) : first.update(change)),
    };
    const page = anOutbox({ personId: mara, store: fallingBack(store) });
    page.network.isOnline = false;
    await skip(page, contral);
    isBroken = true;
    await skip(page, fabrigon);
    expect(page.outbox.state()).toMatchObject({
      isKept: false,
      entries: [{ about: `Skipped ${contral}` }, { about: `Skipped ${fabrigon}` }],
    });
  });
});
