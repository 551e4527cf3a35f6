/** One meeting being tagged: no tap is lost, every answer can be taken back, and another device's answer is never overwritten unasked. */
import { describe, expect, it } from 'vitest';
import type { CallFailure, CallResult } from '../../addin/client/call.ts';
import { createTaggingSession, mergeChanges, type StoredTag, type WordChange } from '../../addin/features/tagging/tagging-session.ts';
import type { Meeting, SharedItem, TagRequest } from '../../api/contract/tagging.ts';
import { anOutbox, type Sending, settled } from './an-outbox.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Mara Sato' };
const colleague = { id: '00000000-0000-4000-8000-000000000002', name: 'Tom Becker' };
const dana = '00000000-0000-4000-8000-000000000003';
const meetingId = '00000000-0000-4000-8000-000000000004';
const zone = 'Europe/Berlin';

const meeting: Meeting = {
  meetingId,
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
    {
      contactId: dana,
      accountId: null,
      name: 'Dana Lee',
      mail: 'dana@contral.example',
      isKeyPartner: true,
      response: 'accepted',
      accountChoices: [],
    },
  ],
  suggestion: { modality: 'unknown', confidence: 0, reasons: [] },
  plannedModality: null,
  tag: null,
  lastTagVersion: 0,
  colleaguesPresent: [],
  disputedPresence: [],
  isContradicted: false,
};

type Claim = Pick<TagRequest, 'outcome' | 'modality' | 'place' | 'presentContactIds' | 'engagement' | 'basedOnVersion'>;

function tagOf(request: Claim, taggedBy = me): StoredTag {
  return {
    version: request.basedOnVersion + 1,
    outcome: request.outcome,
    modality: request.modality ?? null,
    place: request.place ?? null,
    presentContactIds: request.outcome === 'held' ? (request.presentContactIds ?? [dana]) : [],
    engagement: request.engagement ?? {},
    spend: null,
    taggedBy,
    onBehalfOf: null,
    taggedAt: '2026-11-20T14:00:00Z',
  };
}

const inPerson = { kind: 'modality', modality: 'in_person' } as const;
const virtual = { kind: 'modality', modality: 'virtual' } as const;
const meal = { kind: 'place', place: 'meal' } as const;
const offline: CallFailure = { kind: 'offline' };
const cancelled: CallFailure = { kind: 'problem', code: 'meeting_cancelled', details: {}, requestId: 'r' };

function conflictWith(tag: StoredTag | null, currentVersion = tag?.version ?? 2): CallFailure {
  return { kind: 'problem', code: 'tagged_meanwhile', details: { currentVersion, tag }, requestId: 'r' };
}

/** A server that answers when told to, one request after the other. */
async function setUp(shown: Meeting = meeting, shared = anOutbox({ personId: me.id }), sharedItem?: SharedItem) {
  const { outbox, sent } = shared;
  await settled();
  const said = { timeZone: zone, outbox, about: () => 'Lunch', onAnswered: () => undefined };
  const session = createTaggingSession({ meeting: shown, sharedItem, ...said });
  await settled();
  const answered = async (sending: Sending | undefined, result: CallResult<unknown>): Promise<void> => {
    if (!sending) throw new Error('nothing was sent');
    sending.answer(result);
    await settled();
  };
  /** The server does what was sent last. */
  const store = async (counting: StoredTag | null = null): Promise<void> => {
    const sending = sent.at(-1);
    const request = sending?.request as TagRequest;
    const todayOn = '2026-11-20';
    const value =
      sending?.name === 'withdraw-tag'
        ? { todayOn, tag: counting, lastTagVersion: request.basedOnVersion + 1, changes: [] }
        : { todayOn, tag: tagOf(request), changes: [] };
    await answered(sending, { ok: true, value });
  };
  const fail = (failure: CallFailure): Promise<void> => answered(sent.at(-1), { ok: false, failure });
  const tap = async (...taps: Parameters<typeof session.answer>[0][]): Promise<void> => {
    for (const given of taps) session.answer(given);
    await settled();
  };
  const requests = (): readonly unknown[] => sent.map(({ request }) => request);
  return { ...shared, session, store, fail, tap, requests };
}

describe('an answer', () => {
  it('shows at once and is sent', async () => {
    const { session, requests } = await setUp();
    session.answer(inPerson);
    expect(session.state()).toMatchObject({ phase: 'saving', draft: { modality: 'in_person' } });
    await settled();
    expect(requests()).toEqual([{ outcome: 'held', modality: 'in_person', timeZone: zone, basedOnVersion: 0 }]);
  });

  it('given while another is on its way waits for it, and builds on its version', async () => {
    const { session, requests, store, tap } = await setUp();
    await tap(inPerson);
    await tap(meal);
    await tap({ kind: 'presence', contactId: dana, isPresent: false });
    expect(requests()).toHaveLength(1);
    await store();
    expect(requests()).toHaveLength(2);
    expect(requests()[1]).toMatchObject({ place: 'meal', presentContactIds: [], basedOnVersion: 1 });
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: { version: 2, place: 'meal' } });
  });

  it('that asks what happened instead is not sent before it is complete', async () => {
    const { requests, tap } = await setUp();
    await tap({ kind: 'did_not_happen' });
    expect(requests()).toEqual([]);
    await tap({ kind: 'outcome', outcome: 'no_show' });
    expect(requests()).toMatchObject([{ outcome: 'no_show' }]);
  });

  it('that it did not happen is taken back to the first question, and leaves nothing to keep', async () => {
    const { session, requests, tap } = await setUp();
    await tap({ kind: 'did_not_happen' }, { kind: 'change' });
    expect(session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined }, kept: undefined });
    expect(requests()).toEqual([]);
  });

  it('that stands can still be kept after going back from what happened instead', async () => {
    const { session, store, tap } = await setUp();
    await tap(virtual);
    await store();
    await tap({ kind: 'change' }, { kind: 'did_not_happen' }, { kind: 'change' });
    expect(session.state().kept).toMatchObject({ outcome: 'held', modality: 'virtual' });
  });

  it('can be kept after asking for a change, without a request', async () => {
    const { session, requests, store, tap } = await setUp();
    await tap(inPerson);
    await store();
    await tap({ kind: 'change' }, { kind: 'did_not_happen' });
    session.keep();
    expect(session.state()).toMatchObject({ draft: { modality: 'in_person' }, kept: undefined });
    expect(requests()).toHaveLength(1);
  });
});

describe('an answer that cannot be sent', () => {
  it('waits on the screen, and is sent again with its own key before what was said since', async () => {
    const { session, outbox, sent, requests, fail, store, tap } = await setUp();
    await tap(inPerson);
    await fail(offline);
    expect(session.state()).toMatchObject({ phase: 'waiting', draft: { modality: 'in_person' } });
    await tap(meal);
    expect(sent.map(({ key }) => key)[1]).toBe(sent[0]?.key);
    await store();
    expect(requests().at(-1)).toMatchObject({ place: 'meal', basedOnVersion: 1 });
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: { version: 2 } });
    expect(outbox.state().entries).toEqual([]);
  });

  it('is one with what was said since while nothing left the device', async () => {
    const { session, network, requests, store, tap } = await setUp();
    network.isOnline = false;
    await tap(inPerson);
    await tap(meal);
    expect(session.state().phase).toBe('waiting');
    network.isOnline = true;
    session.retry();
    await settled();
    expect(requests()).toMatchObject([{ modality: 'in_person', place: 'meal', basedOnVersion: 0 }]);
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: { version: 1 } });
  });

  it('is answered on the screen again after the page was closed, and says since when', async () => {
    const first = await setUp();
    first.network.isOnline = false;
    await first.tap(virtual);
    const again = await setUp(meeting, anOutbox({ personId: me.id, store: first.kept }));
    expect(again.session.state()).toMatchObject({ draft: { modality: 'virtual' }, answeredAt: '2026-11-20T14:00:00.000Z' });
    await again.store();
    expect(again.session.state()).toMatchObject({ phase: 'saved', storedTag: { modality: 'virtual' } });
  });

  it('is neither shown nor sent to somebody else who signs in here', async () => {
    const first = await setUp();
    first.network.isOnline = false;
    await first.tap(virtual);
    const others = await setUp(meeting, anOutbox({ personId: colleague.id, store: first.kept }));
    expect(others.session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined } });
    expect(others.sent).toEqual([]);
  });

  it('is shown with the reason where the server will never take it, and can be given up', async () => {
    const { session, outbox, requests, fail, tap } = await setUp();
    await tap(inPerson);
    await fail(cancelled);
    expect(session.state()).toMatchObject({ phase: 'failed', failure: cancelled, draft: { modality: 'in_person' } });
    outbox.wake();
    await settled();
    expect(requests()).toHaveLength(1);
    session.discard();
    await settled();
    expect(session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined } });
    expect(outbox.state().entries).toEqual([]);
  });
});

describe('undo', () => {
  it('of a first answer that is stored takes it back with a version of its own', async () => {
    const { session, sent, store, tap } = await setUp();
    await tap(inPerson);
    await store();
    expect(session.state().undoes).toBe('last_answer');
    session.undo();
    expect(session.state().draft.outcome).toBeUndefined();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'withdraw-tag', request: { basedOnVersion: 1 } });
    await store();
    expect(session.state()).toMatchObject({ phase: 'idle', storedTag: undefined, undoes: undefined });
    await tap(virtual);
    expect(sent.at(-1)?.request).toMatchObject({ modality: 'virtual', basedOnVersion: 2 });
  });

  it('of an answer that never left the device leaves no trace', async () => {
    const { session, outbox, network, sent, tap } = await setUp();
    network.isOnline = false;
    await tap(inPerson);
    session.undo();
    await settled();
    expect(outbox.state().entries).toEqual([]);
    network.isOnline = true;
    outbox.wake();
    await settled();
    expect(sent).toEqual([]);
    expect(session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined } });
  });

  it('of an answer that may have arrived sends that first and then takes it back', async () => {
    const { session, sent, fail, store, tap } = await setUp();
    await tap(inPerson);
    await fail({ kind: 'timeout' });
    session.undo();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'tag-meeting', key: sent[0]?.key });
    await store();
    expect(sent.at(-1)).toMatchObject({ name: 'withdraw-tag', request: { basedOnVersion: 1 } });
    await store();
    expect(session.state().phase).toBe('idle');
  });

  it('of a change says the former answer once more', async () => {
    const { session, sent, store, tap } = await setUp();
    await tap(inPerson);
    await store();
    await tap({ kind: 'change' }, virtual);
    await store();
    session.undo();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'tag-meeting', request: { modality: 'in_person', basedOnVersion: 2 } });
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'in_person' } });
  });

  it("after a colleague's answer lets that one count again, instead of claiming it", async () => {
    const theirs = tagOf({ outcome: 'held', modality: 'virtual', basedOnVersion: 0 }, colleague);
    const { session, sent, store, tap } = await setUp({ ...meeting, tag: theirs, lastTagVersion: 1 });
    expect(session.state().undoes).toBeUndefined();
    await tap({ kind: 'change' }, inPerson);
    await store();
    session.undo();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'withdraw-tag', request: { basedOnVersion: 2 } });
    await store(theirs);
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' }, storedTag: theirs, undoes: undefined });
  });

  it('of an own answer from an earlier visit takes all of it back', async () => {
    const mine = tagOf({ outcome: 'held', modality: 'virtual', basedOnVersion: 0 });
    const { session, sent } = await setUp({ ...meeting, tag: mine, lastTagVersion: 1 });
    expect(session.state().undoes).toBe('everything');
    session.undo();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'withdraw-tag', request: { basedOnVersion: 1 } });
  });

  it('that another device was faster than shows what stands there now', async () => {
    const { session, outbox, fail, store, tap } = await setUp();
    await tap(inPerson);
    await store();
    session.undo();
    await settled();
    await fail(conflictWith(tagOf({ outcome: 'held', modality: 'phone', basedOnVersion: 1 })));
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'phone' } });
    expect(outbox.state().entries).toEqual([]);
  });
});

describe('another answer in the meantime', () => {
  const theirs = tagOf({ outcome: 'held', modality: 'virtual', basedOnVersion: 2 }, colleague);
  const myOther = tagOf({ outcome: 'held', modality: 'virtual', basedOnVersion: 2 });

  it('is shown beside the own one, and nothing is sent until the seller decides', async () => {
    const { session, requests, fail, tap } = await setUp();
    await tap(inPerson);
    await fail(conflictWith(theirs));
    expect(session.state()).toMatchObject({ phase: 'conflict', theirs: { taggedBy: colleague }, draft: { modality: 'in_person' } });
    await tap(meal);
    expect(requests()).toHaveLength(1);
  });

  it('of a colleague counts when the seller says so, and the own one is kept as a version before', async () => {
    const { session, sent, fail, store, tap } = await setUp();
    await tap(inPerson);
    await fail(conflictWith(theirs));
    session.keepTheirs();
    await settled();
    expect(sent.at(-1)).toMatchObject({ name: 'tag-meeting', request: { modality: 'in_person', basedOnVersion: 3 } });
    await store();
    expect(sent.at(-1)).toMatchObject({ name: 'withdraw-tag', request: { basedOnVersion: 4 } });
    await store(theirs);
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' }, storedTag: theirs });
  });

  it("of one's own other device is said once more, and both are kept", async () => {
    const { session, sent, fail, store, tap } = await setUp();
    await tap(inPerson);
    await fail(conflictWith(myOther));
    session.keepTheirs();
    await settled();
    await store();
    expect(sent.at(-1)).toMatchObject({ name: 'tag-meeting', request: { modality: 'virtual', basedOnVersion: 4 } });
    await store();
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' }, storedTag: { version: 5 } });
  });

  it('given in somebody else’s place is said once more when it is to count, since whoever answers for others withdraws nothing', async () => {
    const sharedItem = { ownerId: colleague.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt };
    const { session, sent, store, fail, tap } = await setUp(meeting, anOutbox({ personId: me.id }), sharedItem);
    await tap(inPerson);
    await fail(conflictWith(theirs));
    session.keepTheirs();
    await settled();
    await store();
    await store();
    expect(sent.slice(1).map(({ name, request }) => [name, request])).toMatchObject([
      ['tag-meeting', { modality: 'in_person', basedOnVersion: 3, sharedItem }],
      ['tag-meeting', { modality: 'virtual', basedOnVersion: 4, sharedItem }],
    ]);
  });

  it('is replaced by a new version when the seller says so, with the taps since', async () => {
    const { session, requests, fail, store, tap } = await setUp();
    await tap(inPerson);
    await fail(conflictWith(theirs));
    await tap(meal);
    session.useMine();
    await settled();
    expect(requests().at(-1)).toMatchObject({ modality: 'in_person', place: 'meal', basedOnVersion: 3 });
    await store();
    expect(session.state().phase).toBe('saved');
  });

  it('is no conflict when it says the same', async () => {
    const { session, outbox, fail, tap } = await setUp();
    await tap(virtual);
    await fail(conflictWith(theirs));
    expect(session.state()).toMatchObject({ phase: 'saved', storedTag: theirs });
    expect(outbox.state().entries).toEqual([]);
  });

  it('that was taken back, or that this page cannot read, leaves the version from the refusal to build on', async () => {
    const { session, requests, fail, tap } = await setUp();
    await tap(inPerson);
    await fail(conflictWith(null, 3));
    expect(session.state()).toMatchObject({ phase: 'conflict', theirs: undefined });
    session.useMine();
    await settled();
    expect(requests().at(-1)).toMatchObject({ basedOnVersion: 3 });
  });

  it('is still to be decided after the page was closed', async () => {
    const first = await setUp();
    await first.tap(inPerson);
    await first.fail(conflictWith(theirs));
    const again = await setUp(meeting, anOutbox({ personId: me.id, store: first.kept }));
    expect(again.session.state()).toMatchObject({ phase: 'conflict', theirs, draft: { modality: 'in_person' } });
    expect(again.sent).toEqual([]);
  });

  it('is taken over from a newer read while the seller says nothing', async () => {
    const { session } = await setUp();
    session.sync({ ...meeting, tag: theirs, lastTagVersion: 3 });
    expect(session.state()).toMatchObject({ phase: 'saved', draft: { modality: 'virtual' } });
    session.sync({ ...meeting, tag: null, lastTagVersion: 4 });
    expect(session.state()).toMatchObject({ phase: 'idle', draft: { outcome: undefined } });
  });
});

describe('what changed', () => {
  const change = (before: 'overdue' | 'on_track', after: 'overdue' | 'on_track'): WordChange => ({
    accountId: dana,
    name: 'Contral',
    before: { word: before, lastNearOn: null },
    after: {
      accountId: dana,
      name: 'Contral',
      word: after,
      decidingUnanswered: 0,
      lastNearOn: null,
      strip: [],
      virtualStreak: 0,
      nextVisitOn: null,
    },
  });

  it('runs from before the first answer to after the last', () => {
    const merged = mergeChanges([change('overdue', 'on_track')], [change('on_track', 'on_track')]);
    expect(merged).toMatchObject([{ before: { word: 'overdue' }, after: { word: 'on_track' } }]);
  });
});
