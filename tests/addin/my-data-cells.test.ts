/** What stands in the tables of My data: everything that was recorded, in words, and nothing that was not. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { type RecordKind, recordKinds, type RecordOf } from '../../api/contract/my-data.ts';
import { columnsOf, rowsOf } from '../../addin/features/my-data/record-cells.ts';
import { cutLists, exportFile } from '../../addin/features/my-data/export-file.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { createText } from '../../addin/ui/text-format.ts';

const words = {
  text: createText('en', en),
  formats: createFormats({ locale: 'en-GB', timeZone: 'Europe/Berlin' }),
  timeZone: 'Europe/Berlin',
};
const view = {
  page: 'account',
  account: 'Contoral',
  viewedOn: '2026-05-04',
  firstAt: '2026-05-04T08:00:00Z',
  lastAt: '2026-05-04T22:30:00Z',
  times: 3,
} as const;
const said: RecordOf<'tags'> = {
  meetingId: '00000000-0000-4000-8000-000000000001',
  subject: 'Lunch',
  startsAt: '2026-05-04T10:30:00Z',
  version: 1,
  isWithdrawn: false,
  outcome: 'held',
  modality: 'in_person',
  place: 'meal',
  heldOn: '2026-05-04',
  taggedBy: 'Ana',
  onBehalfOf: null,
  taggedAt: '2026-05-04T12:00:00Z',
  answersContradiction: false,
  spend: null,
  contacts: [],
};
const dana = { name: 'Dana', wasPresent: true, engagement: null } as const;

function cellsOf<Kind extends RecordKind>(kind: Kind, record: RecordOf<Kind>): readonly (string | undefined)[] {
  return rowsOf(kind, [record], words)[0] ?? [];
}

describe('a row', () => {
  it('of a look says who, which page, when by this device’s clock, and how often', () => {
    expect(cellsOf('viewed_by', { viewer: 'Mia', ...view })).toEqual(['Mia', 'Page of Contoral', '5 May 2026, 0:30', '3']);
  });

  it('of a look by somebody who left the directory says so', () => {
    expect(cellsOf('viewed_by', { viewer: null, ...view })[0]).toBe('Somebody who is not in the directory any more');
  });

  it.each([
    [{}, 'In person, Meal'],
    [{ spend: { minor: 8400, currency: 'EUR' } }, 'In person, Meal, spent €84.00'],
    [{ modality: 'phone', place: null }, 'Phone'],
    [{ outcome: 'no_show', modality: null, place: null }, 'They did not come'],
    [{ isWithdrawn: true, outcome: null, modality: null, place: null }, 'Taken back'],
  ] as const)('of an answer %j says %j', (claim, sentence) => {
    expect(cellsOf('tags', { ...said, ...claim })[1]).toBe(sentence);
  });

  it.each([
    [[], undefined],
    [[dana], 'Dana'],
    [[{ ...dana, engagement: 'camera_off' }], 'Dana: Camera off'],
    [[{ ...dana, wasPresent: false }], 'Dana: not there'],
  ] as const)('of an answer about %j names %j', (contacts, names) => {
    expect(cellsOf('tags', { ...said, contacts: [...contacts] })[2]).toBe(names);
  });

  it('of an answer for somebody else names both', () => {
    expect(cellsOf('tags', { ...said, onBehalfOf: 'Bob' })[3]).toBe('Ana for Bob, 4 May 2026, 14:00');
  });

  it('of an open invitation says that there is no answer yet', () => {
    const ask = {
      account: 'Contoral',
      contact: 'Dana',
      askedOn: '2026-05-01',
      answer: null,
      answeredOn: null,
      recordedAt: '2026-05-01T08:00:00Z',
    };
    expect(cellsOf('asks', ask)).toEqual(['Dana', 'Contoral', '1 May 2026', 'No answer yet']);
  });
});

it('every kind has columns of its own, the first of which names the row', () => {
  for (const kind of recordKinds) expect(columnsOf[kind].length, kind).toBeGreaterThan(1);
});

describe('the file', () => {
  const list = { total: 1, isCut: false, records: [] };
  const document = {
    format: 'firsthand-my-data' as const,
    version: 1 as const,
    exportedAt: '2026-05-04T22:30:00.000Z',
    tenant: 'Tenant',
    profile: {
      id: said.meetingId,
      name: 'Ana',
      mail: null,
      manager: null,
      roles: [],
      enrolledAt: null,
      welcomedAt: null,
      leftAt: null,
    },
    calendar: null,
    records: {
      viewed_by: list,
      accounts: list,
      meetings: list,
      tags: list,
      asks: list,
      plans: list,
      key_partners: list,
      visitor_policies: list,
      pauses: list,
      welcome_answers: list,
      imports: list,
      viewed: list,
      requests: list,
    },
  };

  it('is named by what it is and its day, and gives back what went in', () => {
    const file = exportFile(document);
    expect(file).toMatchObject({ name: 'firsthand-my-data-2026-05-04.json', mediaType: 'application/json' });
    expect(JSON.parse(file.text)).toEqual(document);
  });

  it('says when a list is longer than it holds', () => {
    expect(cutLists(document)).toBeUndefined();
    const longer = { ...document, records: { ...document.records, meetings: { ...list, isCut: true } } };
    expect(cutLists(longer)).toEqual({ count: 1, limit: 50_000 });
  });
});
