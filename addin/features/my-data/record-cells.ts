/** The records as rows of words: which columns each kind has, and what stands in them. Pure. */
import type { RecordKind, RecordOf, ViewPage } from '../../../api/contract/my-data.ts';
import { type Formats, localDayOf } from '../../ui/formats.ts';
import type { Text } from '../../ui/text-format.ts';

export interface Words {
  readonly text: Text;
  readonly formats: Formats;
  /** IANA zone of this device. */
  readonly timeZone: string;
}

export type ColumnName =
  | 'who'
  | 'whose'
  | 'page'
  | 'when'
  | 'times'
  | 'account'
  | 'near'
  | 'remote'
  | 'lastNear'
  | 'meeting'
  | 'people'
  | 'response'
  | 'said'
  | 'saidBy'
  | 'answer'
  | 'day'
  | 'place'
  | 'person'
  | 'role'
  | 'since'
  | 'policy'
  | 'reason'
  | 'span'
  | 'file'
  | 'accounts'
  | 'request';

/** In the order of the cells below. */
export const columnsOf: { readonly [Kind in RecordKind]: readonly ColumnName[] } = {
  viewed_by: ['who', 'page', 'when', 'times'],
  viewed: ['whose', 'page', 'when', 'times'],
  accounts: ['account', 'near', 'remote', 'lastNear'],
  meetings: ['meeting', 'when', 'people', 'response'],
  tags: ['meeting', 'said', 'people', 'saidBy'],
  asks: ['person', 'account', 'when', 'answer'],
  plans: ['account', 'day', 'place', 'people'],
  key_partners: ['person', 'account', 'role', 'since'],
  visitor_policies: ['account', 'policy', 'when'],
  pauses: ['account', 'reason', 'span', 'when'],
  welcome_answers: ['account', 'answer', 'when'],
  imports: ['file', 'accounts', 'when'],
  requests: ['request', 'when'],
};

/** Undefined leaves a cell empty. */
type Cells = readonly (string | undefined)[];

const cellsOf: { readonly [Kind in RecordKind]: (record: RecordOf<Kind>, words: Words) => Cells } = {
  viewed_by: (view, words) => [view.viewer ?? words.text('myData.nobody'), ...viewCells(view, words)],
  viewed: (view, words) => [view.person, ...viewCells(view, words)],
  accounts: ({ account, isOwner, near, remote, lastNearOn }, { text, formats }) => [
    isOwner ? text('myData.owner', { account }) : account,
    text('number', { value: near }),
    text('number', { value: remote }),
    lastNearOn === null ? undefined : formats.date(lastNearOn),
  ],
  meetings: (meeting, words) => [
    meetingName(meeting, words),
    at(meeting.startsAt, words),
    list([...meeting.contacts], words),
    words.text(`myData.response.${meeting.response ?? 'planned'}`),
  ],
  tags: (tag, words) => [tag.subject, claim(tag, words), list(people(tag, words), words), saidBy(tag, words)],
  asks: ({ contact, account, askedOn, answer, answeredOn }, { text, formats }) => [
    contact,
    account,
    formats.date(askedOn),
    answer === null || answeredOn === null
      ? text('myData.answer.open')
      : text(`myData.answer.${answer}`, { day: formats.date(answeredOn) }),
  ],
  plans: ({ account, plannedOn, droppedAt, place, contacts }, words) => [
    account,
    droppedAt === null ? words.formats.date(plannedOn) : words.text('myData.dropped', { day: words.formats.date(plannedOn) }),
    place === null ? undefined : words.text(`place.${place}`),
    list(contacts, words),
  ],
  key_partners: ({ contact, account, role, namedOn, removedOn }, { text, formats }) => [
    contact,
    account ?? undefined,
    role === null ? undefined : text(`myData.partnerRole.${role}`),
    removedOn === null ? formats.date(namedOn) : text('myData.removed', { from: formats.date(namedOn), to: formats.date(removedOn) }),
  ],
  visitor_policies: ({ account, policy, saidAt }, words) => [account, words.text(`visitors.${policy}`), at(saidAt, words)],
  pauses: ({ account, reason, fromOn, untilOn, pausedAt }, words) => [
    account,
    words.text(`pauseReason.${reason}`),
    words.text('myData.span', { from: words.formats.date(fromOn), to: words.formats.date(untilOn) }),
    at(pausedAt, words),
  ],
  welcome_answers: ({ account, answer, answeredAt }, words) => [account, words.text(`myData.welcome.${answer}`), at(answeredAt, words)],
  imports: ({ fileName, added, changed, unchanged, importedAt, undoneAt }, words) => [
    fileName,
    words.text('myData.importCounts', { added, changed, unchanged }),
    undoneAt === null ? at(importedAt, words) : words.text('myData.importUndone', { at: at(importedAt, words) }),
  ],
  requests: ({ route, doneAt }, words) => [route, at(doneAt, words)],
};

/** One row per record, in their order. */
export function rowsOf<Kind extends RecordKind>(kind: Kind, records: readonly RecordOf<Kind>[], words: Words): readonly Cells[] {
  const cells = cellsOf[kind];
  return records.map((record) => cells(record, words));
}

/** `3 Nov 2026, 14:00` in the device's zone. */
export function at(instant: string, { text, formats, timeZone }: Words): string {
  return text('myData.instant', { day: formats.date(localDayOf(instant, timeZone)), time: formats.time(instant) });
}

interface View {
  readonly page: ViewPage;
  readonly account: string | null;
  readonly viewedOn: string;
  readonly lastAt: string;
  readonly times: number;
}

function viewCells({ page, account, lastAt, times }: View, words: Words): Cells {
  return [words.text(`myData.page.${page}`, { account: account ?? '' }), at(lastAt, words), words.text('number', { value: times })];
}

function list(items: readonly string[], { formats }: Words): string | undefined {
  return items.length === 0 ? undefined : formats.list(items);
}

function meetingName({ subject, isCancelled, isAddedByHand }: RecordOf<'meetings'>, { text }: Words): string {
  if (isCancelled) return text('myData.cancelled', { subject });
  return isAddedByHand ? text('myData.byHand', { subject }) : subject;
}

/** `In person, Meal, spent €84.00`. */
function claim({ isWithdrawn, outcome, modality, place, spend }: RecordOf<'tags'>, { text, formats }: Words): string {
  if (isWithdrawn || outcome === null) return text('myData.withdrawn');
  const parts = [
    modality === null ? text(`outcome.${outcome}`) : text(`modality.${modality}`),
    ...(place === null ? [] : [text(`place.${place}`)]),
    ...(spend === null ? [] : [text('myData.spend', { amount: formats.exactMoney(spend) })]),
  ];
  return parts.join(', ');
}

function people({ contacts }: RecordOf<'tags'>, { text }: Words): readonly string[] {
  return contacts.map(({ name, wasPresent, engagement }) => {
    if (!wasPresent) return text('myData.absent', { name });
    return engagement === null ? name : text('myData.note', { name, engagement: text(`engagement.${engagement}`) });
  });
}

function saidBy({ taggedBy, onBehalfOf, taggedAt }: RecordOf<'tags'>, words: Words): string {
  const when = { name: taggedBy, at: at(taggedAt, words) };
  return onBehalfOf === null ? words.text('myData.saidBy', when) : words.text('myData.saidFor', { ...when, owner: onBehalfOf });
}
