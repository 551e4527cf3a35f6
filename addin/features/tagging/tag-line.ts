/** What waits on this device to be said about one meeting, and how a further answer or its undo changes that. Pure. */
import { type Draft, emptyDraft, toTag } from '../../../api/contract/tag-form.ts';
import { type SharedItem, TagRequest } from '../../../api/contract/tagging.ts';
import type { OutboxEntry } from '../../client/outbox/outbox-entry.ts';
import type { LineChange, NewCommand } from '../../client/outbox/outbox.ts';

/** The entries about this meeting alone, in order. */
export function lineOf(meetingId: string, entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return entries.filter(
    ({ name, input }) => (name === 'tag-meeting' || name === 'withdraw-tag') && input.params['meetingId'] === meetingId,
  );
}

/** What an entry says of the meeting: the empty draft when it takes everything back, undefined when this page cannot read it. */
export function draftIn({ name, input }: Pick<OutboxEntry, 'name' | 'input'>): Draft | undefined {
  if (name === 'withdraw-tag') return emptyDraft;
  const { outcome, modality, place, presentContactIds, engagement, spend, answersContradiction } =
    TagRequest.safeParse(input.request).data ?? {};
  if (outcome === undefined) return undefined;
  return {
    ...emptyDraft,
    outcome,
    modality,
    place,
    presentContactIds,
    engagement: engagement ?? {},
    spend,
    answersContradiction: answersContradiction ?? false,
  };
}

/** A claim, or that what was claimed before is taken back. */
export type Saying = { readonly kind: 'claim'; readonly draft: Draft } | { readonly kind: 'withdrawal' };

export interface LineContext {
  readonly meetingId: string;
  /** IANA. */
  readonly timeZone: string;
  /** The newest version of the tag that the seller has seen from the server. */
  readonly version: number;
  /** The saying in words, for a list of what could not be sent. */
  readonly about: string;
  /** Where the meeting stands in somebody else's calendar, in whose place the answer is given. */
  readonly sharedItem?: SharedItem | undefined;
}

/**
 * The line with these sayings behind it, each one version. What was never sent is replaced, since each claim is the whole one;
 * of several sayings all but the last are versions that the seller wants kept.
 */
export function withSayings(entries: readonly OutboxEntry[], sayings: readonly Saying[], context: LineContext): LineChange {
  const { keep, nextVersion } = withoutUnsent(entries, context);
  const commands = sayings.map((saying, index) => commandOf(saying, nextVersion + index, context));
  return { keep, add: commands.flatMap((command, index) => (command ? [{ ...command, isVersion: index < sayings.length - 1 }] : [])) };
}

/** The line without what was never sent; `isUnsaid` tells whether nothing about the meeting is left in it. */
export function withoutUnsent(
  entries: readonly OutboxEntry[],
  { meetingId, version }: Pick<LineContext, 'meetingId' | 'version'>,
): LineChange & { readonly isUnsaid: boolean; readonly nextVersion: number } {
  const line = lineOf(meetingId, entries);
  const standing = line.filter(({ isSent, isVersion, refusal }) => refusal === undefined && (isSent || isVersion));
  const last = standing.at(-1);
  const nextVersion = last ? Number(last.input.request['basedOnVersion']) + 1 : version;
  const keep = entries.filter((entry) => !line.includes(entry) || standing.includes(entry));
  return { keep, add: [], isUnsaid: standing.length === 0, nextVersion };
}

/** Two answers that met each other; `theirs` is undefined when it was taken back, or this page cannot read it. */
export interface TwoAnswers {
  readonly mine: Draft;
  readonly theirs: Draft | undefined;
  /** Whether the seller gave both, on two devices. */
  readonly isBothMine: boolean;
  /** Whether one's own was given in somebody else's place: such an answer is changed, never withdrawn. */
  readonly isForOther: boolean;
}

/**
 * What is to be said so that one of two answers counts and both are kept. A colleague's answer counts again when one's own is withdrawn
 * after it was given; one's own from another device, or beside an answer that cannot be withdrawn, is said once more.
 */
export function sayingsOf(counting: 'mine' | 'theirs', { mine, theirs, isBothMine, isForOther }: TwoAnswers): readonly Saying[] {
  const own: Saying = mine.outcome === undefined ? { kind: 'withdrawal' } : { kind: 'claim', draft: mine };
  if (counting === 'mine') return [own];
  if (own.kind === 'withdrawal') return [];
  if (theirs && (isBothMine || isForOther)) return [own, { kind: 'claim', draft: theirs }];
  return isForOther ? [] : [own, { kind: 'withdrawal' }];
}

function commandOf(
  saying: Saying,
  basedOnVersion: number,
  { meetingId, timeZone, about, sharedItem }: LineContext,
): NewCommand | undefined {
  const params = { meetingId };
  if (saying.kind === 'withdrawal') return { name: 'withdraw-tag', input: { params, request: { basedOnVersion } }, about };
  const request = toTag(saying.draft, { timeZone, basedOnVersion });
  return request && { name: 'tag-meeting', input: { params, request: { ...request, ...(sharedItem && { sharedItem }) } }, about };
}
