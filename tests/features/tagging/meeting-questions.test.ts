/** What a meeting asks beside its modality: which account, who was there, what attendance says, and what was spent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Meeting, TagRequest } from '../../../api/contract/tagging.ts';
import { anEvent, invited } from '../../support/events.ts';
import { contoral, type House, openHouse, testAccounts, type TrueEvent } from '../../support/house.ts';
import { berlin } from '../../support/tenant.ts';

let house: House;
const abe = 'abe@contoral.example';
const kim = 'kim@shared.example';

beforeAll(async () => {
  house = await openHouse({ nowAt: '2026-03-01T08:00:00Z' });
  const { bob } = house.tenant.people;
  await house.setUp(
    [
      testAccounts(house.tenant),
      `A-3,Sharegood North,shared.example,50000.00,EUR,${bob.mail},`,
      `A-4,Sharegood South,shared.example,40000.00,EUR,${bob.mail},`,
    ].join('\n'),
  );
  house.setNow('2026-05-04T14:00:00Z');
});

afterAll(() => house.stop());

/** A meeting of ana's, and of bob's where he is invited, one hour long. */
async function held(subject: string, startsAt: string, mails: readonly string[]): Promise<TrueEvent & { readonly startsAt: string }> {
  const event = await house.addEvent('ana', anEvent(startsAt, { subject, attendees: mails.map((mail) => invited(mail)) }));
  return { ...event, startsAt };
}

/** The meeting as one of its sellers sees it; bob's copy has an id of its own, found by the subject. */
async function seenBy(who: 'ana' | 'bob', subject: string): Promise<Meeting> {
  const truth = await fetch(`${house.graphBaseUrl}/simulator/mailboxes/${house.tenant.people[who].id}/events`);
  const events = (await truth.json()) as { restId: string; subject: string; startsAtMs: number; endsAtMs: number }[];
  const event = events.find((one) => one.subject === subject);
  const request = {
    itemId: event?.restId ?? '',
    startsAt: new Date(event?.startsAtMs ?? 0).toISOString(),
    endsAt: new Date(event?.endsAtMs ?? 0).toISOString(),
  };
  const { value } = await house.call(who, 'meeting-of-item', { request });
  if (value?.kind !== 'meeting') throw new Error(`no meeting ${subject}`);
  return value.meeting;
}

const idOf = (meeting: Meeting, mail: string): string => meeting.contacts.find((contact) => contact.mail === mail)?.contactId ?? '';

async function tag(who: 'ana' | 'bob', meeting: Meeting, claim: Partial<z.input<typeof TagRequest>>) {
  const request = { outcome: 'held', modality: 'in_person', timeZone: berlin, basedOnVersion: meeting.lastTagVersion, ...claim } as const;
  return house.call(who, 'tag-meeting', { params: { meetingId: meeting.meetingId }, request });
}

describe('what was spent', () => {
  it('is kept to the minor unit in its currency, and told again', async () => {
    await held('Dinner', '2026-05-01T17:00:00Z', [contoral]);
    const stored = await tag('ana', await seenBy('ana', 'Dinner'), { spend: { minor: 8_405, currency: 'CHF' } });
    expect(stored.value?.tag.spend).toEqual({ minor: 8_405, currency: 'CHF' });
    expect((await seenBy('ana', 'Dinner')).tag?.spend).toEqual({ minor: 8_405, currency: 'CHF' });
  });

  it.each([
    ['no amount', { minor: 0, currency: 'EUR' }, 'request_invalid'],
    ['parts of a minor unit', { minor: 0.5, currency: 'EUR' }, 'request_invalid'],
    ['more than anybody spends on a meeting', { minor: 100_000_001, currency: 'EUR' }, 'request_invalid'],
    ['a currency that is none', { minor: 100, currency: 'XYZ' }, 'request_invalid'],
  ])('is not %s', async (_rule, spend, code) => {
    expect((await tag('ana', await seenBy('ana', 'Dinner'), { spend })).problem?.code).toBe(code);
  });

  it('does not go with a call', async () => {
    const answer = await tag('ana', await seenBy('ana', 'Dinner'), { modality: 'virtual', spend: { minor: 100, currency: 'EUR' } });
    expect(answer.problem).toMatchObject({ code: 'claim_contradicts_itself', details: { member: 'spend' } });
  });
});

describe('two accounts that share a domain', () => {
  it('are both offered by name, and the meeting counts once one is chosen, also after the tag', async () => {
    await held('Open', '2026-05-01T09:00:00Z', [kim]);
    const open = await seenBy('ana', 'Open');
    expect(open.accounts).toEqual([]);
    expect(open.contacts).toMatchObject([
      { mail: kim, accountId: null, accountChoices: [{ name: 'Sharegood North' }, { name: 'Sharegood South' }] },
    ]);
    expect(Object.keys(open.contacts[0]?.accountChoices[0] ?? {}).sort()).toEqual(['accountId', 'name']);
    expect((await tag('ana', open, {})).value?.changes).toEqual([]);

    const accountId = open.contacts[0]?.accountChoices[1]?.accountId ?? '';
    const chosen = await house.call('ana', 'choose-account', { params: { contactId: idOf(open, kim) }, request: { accountId } });
    expect(chosen.status).toBe(200);
    const settled = await seenBy('ana', 'Open');
    expect(settled.accounts).toMatchObject([{ name: 'Sharegood South', word: 'on_track', lastNearOn: '2026-05-01' }]);
    expect(settled.contacts).toMatchObject([{ accountId, accountChoices: [] }]);
  });

  it('are remembered for the next meeting with the same person', async () => {
    await held('Again', '2026-05-02T09:00:00Z', [kim]);
    expect((await seenBy('ana', 'Again')).accounts).toMatchObject([{ name: 'Sharegood South' }]);
  });

  it('are not offered where only one has the domain', async () => {
    expect((await seenBy('ana', 'Dinner')).contacts).toMatchObject([{ accountChoices: [] }]);
  });
});

describe('a meeting that a colleague has tagged', () => {
  it('says who was there of ours, and takes one more by one tap', async () => {
    await held('Both', '2026-04-28T10:00:00Z', [contoral, abe, house.tenant.people.bob.mail]);
    const mine = await seenBy('ana', 'Both');
    await tag('ana', mine, { place: 'meal', presentContactIds: [idOf(mine, contoral)] });
    const theirs = await seenBy('bob', 'Both');
    expect(theirs.colleaguesPresent.map(({ name }) => name)).toEqual(['Ana Test']);
    expect(theirs.tag).toMatchObject({ taggedBy: { name: 'Ana Test' }, place: 'meal' });

    await tag('bob', theirs, { place: 'meal', presentContactIds: [idOf(theirs, contoral), idOf(theirs, abe)] });
    const united = await seenBy('ana', 'Both');
    expect(united.colleaguesPresent.map(({ name }) => name)).toEqual(['Ana Test', 'Bob Test']);
  });

  it('asks both where they differ about a contact, and nobody else', async () => {
    // Ana said that Dana was there and took Abe, who had accepted, away; Bob says that both were.
    const [mine, theirs] = [await seenBy('ana', 'Both'), await seenBy('bob', 'Both')];
    const dispute = { contactId: idOf(mine, abe), saidPresent: [{ name: 'Bob Test' }], saidAbsent: [{ name: 'Ana Test' }] };
    expect(mine.disputedPresence).toMatchObject([dispute]);
    expect(theirs.disputedPresence).toMatchObject([dispute]);

    await tag('ana', mine, { place: 'meal', presentContactIds: [idOf(mine, contoral), idOf(mine, abe)] });
    expect((await seenBy('ana', 'Both')).disputedPresence).toEqual([]);
    expect((await seenBy('bob', 'Both')).disputedPresence).toEqual([]);
  });
});

describe('a contradiction', () => {
  it('asks the seller who tagged, nobody else, and the answer is final', async () => {
    await held('Doubt', '2026-04-27T10:00:00Z', [contoral, house.tenant.people.bob.mail]);
    const fresh = await seenBy('ana', 'Doubt');
    await tag('ana', fresh, {});
    await house.sql(`insert into meeting_evidence (tenant_id, meeting_id, contact_id, joined_online) values ($1, $2, $3, true)`, [
      house.tenant.tenantId,
      fresh.meetingId,
      idOf(fresh, contoral),
    ]);
    const asked = await seenBy('ana', 'Doubt');
    expect(asked.isContradicted).toBe(true);
    expect((await seenBy('bob', 'Doubt')).isContradicted).toBe(false);

    await tag('ana', asked, { answersContradiction: true });
    const settled = await seenBy('ana', 'Doubt');
    expect(settled.isContradicted).toBe(false);
    await tag('ana', settled, { place: 'coffee' });
    expect((await seenBy('ana', 'Doubt')).isContradicted).toBe(false);
  });
});
