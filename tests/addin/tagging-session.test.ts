/** One meeting being tagged: no tap is lost, requests follow each other, and another device's answer is never overwritten unasked. */
import { describe, expect, it } from 'vitest';
import type { Meeting, TagReply, TagRequest } from '../../api/contract/tagging.ts';
import type { CallFailure, CallResult } from '../../addin/client/call.ts';
import { createTaggingSession, mergeChanges, type StoredTag, type TaggingOptions } from '../../addin/features/tagging/tagging-session.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Mara Sato' };
const colleague = { id: '00000000-0000-4000-8000-000000000002', name: 'Tom Becker' };
const dana = '00000000-0000-4000-8000-000000000003';

const meeting: Meeting = {
  meetingId: '00000000-0000-4000-8000-000000000004',
  subject: 'Lunch',
  startsAt: '2026-11-20T11:30:00Z',
  endsAt: '2026-11-20T13:00:00Z',
  isAllDay: false,
  locationText: '',
  isOver: true,
  isCancelled: false,
  isHistory: false,
  accounts: [],
  contacts: [
    { contactId: dana, accountId: null, name: 'Dana Lee', mail: 'dana@contral.example', isKeyPartner: true, response: 'accepted' },
  ],
  suggestion: { modality: 'unknown', confidence: 0, reasons: [] },
  tag: null,
};

function tagOf(request: TagRequest, taggedBy = me): StoredTag {
  return {
    version: request.basedOnVersion + 1,
    outcome: request.outcome,
    modality: request.modality ?? null,
    place: request.place ?? null,
    presentContactIds: request.outcome === 'held' ? (request.presentContactIds ?? [dana]) : [],
    engagement: request.engagement ?? {},
    taggedBy,
    taggedAt: '2026-11-20T14:00:00Z',
  };
}

const conflict: CallFailure = { kind: 'problem', code: 'tagged_meanwhile', details: { currentVersion: 3 }, requestId: 'r' };
function conflictWith(tag: StoredTag): CallFailure {
  return { kind: 'problem', code: 'tagged_meanwhile', details: { currentVersion: tag.version, tag }, requestId: 'r' };
}

const inPerson = { kind: 'modality', modality: 'in_person' } as const;
const virtual = { kind: 'modality', modality: 'virtual' } as const;
const meal = { kind: 'place', place: 'meal' } as const;

/** A server that answers when told to, one request after the other. */
function setUp(options: Partial<TaggingOptions> = {}) {
  const requests: TagRequest[] = [];
  const waiting: ((result: CallResult<TagReply>) => void)[] = [];
  const session = createTaggingSession({
    meeting,
    timeZone: 'Europe/Berlin',
    send: (request) => {
      requests.push(request);
      return new Promise((resolve) => waiting.push(resolve));
    },
    onStored: () => undefined,
    onLeft: () => undefined,
    ...options,
  });
  const settle = async (result: CallResult<TagReply>): Promise<void> => {
    waiting.shift()?.(result);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const store = (): Promise<void> => {
    const request = requests.at(-1);
    if (!request) throw new Error('nothing was sent');
    return settle({ ok: true, value: { todayOn: '2026-11-20', tag: tagOf(request), changes: [] } });
  };
  const fail = (failure: CallFailure): Promise<void> => settle({ ok: false, failure });
  return { session, requests, store, fail };
}

describe('an answer', () => {
  it('shows at once and is sent at once', () => {
    const { session, requests } = setUp();
    session.answer(inPerson);
    expect(session.state()).toMatchObject({ phase: 'saving', draft: { modality: 'in_person' } });
    expect(requests).toEqual([{ outcome: 'held', modality: 'in_person', timeZone: 'Europe/Berlin', basedOnVersion: 0 }]);
  });

  it('given while another is on its way waits for it, and builds on its version', async () => {
    const { session, requests, store } = setUp();
    session.answer(inPerson);
    session.answer(meal);
    session.answer({ kind: 'presence', contactId: dana, isPresent: false });
    expect(requests).toHaveLength(1);
    await store();
    expect(requests).toHaveLength(2);
    expect(requests[1]).toMatchObject({ place: 'meal', presentContactIds: [], basedOnVersion: 1 });
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: { version: 2, place: 'meal' } });
  });

  it('that asks what happened instead is not sent before it is complete', () => {
    const { session, requests } = setUp();
    session.answer({ kind: 'did_not_happen' });
    expect(requests).toEqual([]);
    session.answer({ kind: 'outcome', outcome: 'no_show' });
    expect(requests).toMatchObject([{ outcome: 'no_show' }]);
  });

  it('that it did not happen is taken back to the first question, and leaves nothing to keep', () => {
    const { session, requests } = setUp();
    session.answer({ kind: 'did_not_happen' });
    session.answer({ kind: 'change' });
    expect(session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined }, kept: undefined });
    expect(requests).toEqual([]);
  });

  it('that stands can still be kept after going back from what happened instead', async () => {
    const { session, store } = setUp();
    session.answer(virtual);
    await store();
    session.answer({ kind: 'change' });
    session.answer({ kind: 'did_not_happen' });
    session.answer({ kind: 'change' });
    expect(session.state().kept).toMatchObject({ outcome: 'held', modality: 'virtual' });
  });

  it('can be kept after asking for a change, without a request', async () => {
    const { session, requests, store } = setUp();
    session.answer(inPerson);
    await store();
    session.answer({ kind: 'change' });
    session.answer({ kind: 'did_not_happen' });
    session.keep();
    expect(session.state()).toMatchObject({ draft: { modality: 'in_person' }, kept: undefined });
    expect(requests).toHaveLength(1);
  });
});

describe('an answer that could not be stored', () => {
  it('stays on the screen and is sent again, with the taps since', async () => {
    const { session, requests, fail, store } = setUp();
    session.answer(inPerson);
    await fail({ kind: 'offline' });
    expect(session.state()).toMatchObject({ phase: 'failed', draft: { modality: 'in_person' } });
    session.answer(meal);
    await store();
    expect(requests.at(-1)).toMatchObject({ modality: 'in_person', place: 'meal', basedOnVersion: 0 });
    expect(session.state().phase).toBe('saved');
  });

  it('is tried again by itself only where waiting mends it, and not for ever', async () => {
    const { session, requests, fail } = setUp();
    session.answer(inPerson);
    await fail({ kind: 'problem', code: 'meeting_not_over', details: {}, requestId: 'r' });
    session.retryByItself();
    expect(requests).toHaveLength(1);

    session.retry();
    await fail({ kind: 'timeout' });
    for (let tries = 0; tries < 100; tries += 1) {
      session.retryByItself();
      await fail({ kind: 'timeout' });
    }
    expect(requests).toHaveLength(32);
  });
});

describe('another answer in the meantime', () => {
  const theirs = tagOf({ outcome: 'held', modality: 'virtual', timeZone: 'Europe/Berlin', basedOnVersion: 2 }, colleague);

  it('is shown, and nothing is sent until the seller decides', async () => {
    const { session, requests, fail } = setUp();
    session.answer(inPerson);
    await fail(conflictWith(theirs));
    expect(session.state()).toMatchObject({ phase: 'conflict', theirs: { taggedBy: colleague }, draft: { modality: 'in_person' } });
    session.answer(meal);
    expect(requests).toHaveLength(1);
  });

  it('stands when the seller keeps it', async () => {
    const { session, requests, fail } = setUp();
    session.answer(inPerson);
    await fail(conflictWith(theirs));
    session.keepTheirs();
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' }, storedTag: theirs });
    expect(requests).toHaveLength(1);
  });

  it('is replaced by a new version when the seller says so, with the taps since', async () => {
    const { session, requests, fail, store } = setUp();
    session.answer(inPerson);
    await fail(conflictWith(theirs));
    session.answer(meal);
    session.useMine();
    expect(requests.at(-1)).toMatchObject({ modality: 'in_person', place: 'meal', basedOnVersion: 3 });
    await store();
    expect(session.state().phase).toBe('saved');
  });

  it('is no conflict when it says the same: the answer to our own request got lost', async () => {
    const { session, fail } = setUp();
    session.answer(virtual);
    await fail(conflictWith(theirs));
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: theirs });
  });

  it('that this page cannot read leaves the version from the refusal to build on', async () => {
    const { session, requests, fail } = setUp();
    session.answer(inPerson);
    await fail(conflict);
    expect(session.state()).toMatchObject({ phase: 'conflict', theirs: undefined });
    session.useMine();
    expect(requests.at(-1)?.basedOnVersion).toBe(3);
  });

  it('is taken over from a newer read while the seller says nothing', () => {
    const { session } = setUp();
    session.sync({ ...meeting, tag: theirs });
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' } });
  });
});

describe('what changed', () => {
  const change = (before: 'overdue' | 'on_track', after: 'overdue' | 'on_track') => ({
    accountId: dana,
    name: 'Contral',
    before: { word: before, lastNearOn: null },
    after: { accountId: dana, name: 'Contral', word: after, decidingUnanswered: 0, lastNearOn: null, strip: [], virtualStreak: 0 },
  });

  it('runs from before the first answer to after the last', () => {
    const merged = mergeChanges([change('overdue', 'on_track')], [change('on_track', 'on_track')]);
    expect(merged).toMatchObject([{ before: { word: 'overdue' }, after: { word: 'on_track' } }]);
  });
});
