/** The open item of Outlook: attendees' and organisers' shapes read alike, and what Outlook cannot tell is left open. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isDarkColor } from '../../addin/host/outlook-host.ts';
import { readItem } from '../../addin/host/outlook-item.ts';

const start = new Date('2026-11-20T11:30:00Z');
const end = new Date('2026-11-20T13:00:00Z');
const people = [{ displayName: 'Dana Lee', emailAddress: 'dana@contral.example' }];

function getter(value: unknown) {
  return { getAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value }) };
}

const byAttendee = {
  itemType: 'appointment',
  itemId: 'AA/bb+',
  seriesId: null,
  subject: 'Lunch',
  start,
  end,
  location: 'Trattoria',
  requiredAttendees: people,
  optionalAttendees: [],
  sensitivity: 'Private',
};
const byOrganizer = {
  itemType: 'appointment',
  seriesId: 'series',
  getItemIdAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value: 'AA/bb+' }),
  subject: getter('Lunch'),
  start: getter(start),
  end: getter(end),
  location: getter('Trattoria'),
  requiredAttendees: getter(people),
  optionalAttendees: getter([]),
  sensitivity: getter('normal'),
};

function mailboxWith(item: unknown): Office.Mailbox {
  return { item, convertToRestId: (id: string) => id.replaceAll('/', '-').replaceAll('+', '_') } as unknown as Office.Mailbox;
}

function officeWith({ platform = 'OfficeOnline', knowsSensitivity = true } = {}): object {
  return {
    MailboxEnums: { ItemType: { Appointment: 'appointment' }, RestVersion: { v2_0: 'v2.0' } },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    PlatformType: { iOS: 'iOS', Android: 'Android' },
    context: { platform, requirements: { isSetSupported: () => knowsSensitivity } },
  };
}

beforeEach(() => vi.stubGlobal('Office', officeWith()));
afterEach(() => vi.unstubAllGlobals());

describe('an appointment', () => {
  it('reads for an attendee, with the REST id', async () => {
    expect(await readItem(mailboxWith(byAttendee))).toEqual({
      kind: 'appointment',
      itemId: 'AA-bb_',
      isUnsaved: false,
      ownerMail: undefined,
      startsAt: '2026-11-20T11:30:00.000Z',
      endsAt: '2026-11-20T13:00:00.000Z',
      isSeries: false,
      subject: 'Lunch',
      locationText: 'Trattoria',
      attendees: [{ name: 'Dana Lee', mail: 'dana@contral.example' }],
      sensitivity: 'private',
    });
  });

  it('reads the same for its organiser, whose properties come asynchronously', async () => {
    expect(await readItem(mailboxWith(byOrganizer))).toMatchObject({
      itemId: 'AA-bb_',
      subject: 'Lunch',
      isSeries: true,
      sensitivity: 'normal',
    });
  });

  it('has no id while it was never saved', async () => {
    const unsaved = {
      ...byOrganizer,
      getItemIdAsync: (callback: (result: object) => void) => callback({ status: 'failed', error: { message: 'not saved' } }),
    };
    expect(await readItem(mailboxWith(unsaved))).toMatchObject({ kind: 'appointment', itemId: undefined, isUnsaved: true });
  });

  it.each([
    ['for an attendee', { ...byAttendee, itemId: '' }],
    [
      'for its organiser',
      { ...byOrganizer, getItemIdAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value: '' }) },
    ],
  ])('may lack an id though it is saved, as in classic Outlook, %s', async (_who, item) => {
    expect(await readItem(mailboxWith(item))).toMatchObject({ itemId: undefined, isUnsaved: false });
  });

  it('whose id Outlook keeps silent about is not taken for a draft', async () => {
    vi.useFakeTimers();
    const reading = readItem(mailboxWith({ ...byOrganizer, getItemIdAsync: () => undefined }));
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await reading).toMatchObject({ itemId: undefined, isUnsaved: false });
  });

  it('of a shared calendar names its owner, and where nothing is shared nobody', async () => {
    const shared = (result: object) => ({ getSharedPropertiesAsync: (callback: (answer: object) => void) => callback(result) });
    const owned = shared({ status: 'succeeded', value: { owner: 'ana@ours.example' } });
    const refused = shared({ status: 'failed', error: { message: 'not shared' } });
    expect(await readItem(mailboxWith({ ...byAttendee, ...owned }))).toMatchObject({ ownerMail: 'ana@ours.example' });
    expect(await readItem(mailboxWith({ ...byOrganizer, ...owned }))).toMatchObject({ ownerMail: 'ana@ours.example' });
    expect(await readItem(mailboxWith({ ...byOrganizer, ...refused }))).toMatchObject({ ownerMail: undefined });
  });

  it('has the REST id already on a phone', async () => {
    vi.stubGlobal('Office', officeWith({ platform: 'iOS' }));
    expect(await readItem(mailboxWith(byAttendee))).toMatchObject({ itemId: 'AA/bb+' });
  });

  it('leaves the sensitivity open where this Outlook does not tell', async () => {
    vi.stubGlobal('Office', officeWith({ knowsSensitivity: false }));
    expect(await readItem(mailboxWith(byAttendee))).toMatchObject({ sensitivity: undefined });
    expect(await readItem(mailboxWith(byOrganizer))).toMatchObject({ sensitivity: undefined });
  });
});

describe('anything else', () => {
  it('is a message, or nothing', async () => {
    expect(await readItem(mailboxWith({ itemType: 'message' }))).toEqual({ kind: 'message' });
    expect(await readItem(mailboxWith(null))).toEqual({ kind: 'none' });
  });
});

describe('a colour', () => {
  it.each([
    ['#ffffff', false],
    ['#f3f2f1', false],
    ['#1f1f1f', true],
    ['#000000', true],
    ['#808080', false],
    ['#7f7f7f', true],
    [undefined, false],
    ['white', false],
  ])('%s is dark: %s', (color, isDark) => {
    expect(isDarkColor(color)).toBe(isDark);
  });
});
