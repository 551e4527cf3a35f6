/** Sentences about a tag. Pure. */
import type { Draft } from '../../../api/contract/tag-form.ts';
import type { AccountGlance, Meeting } from '../../../api/contract/tagging.ts';
import { isNear, type TouchMark } from '../../../api/contract/vocabulary.ts';
import { accountDetails } from '../../ui/account-details.ts';
import { daysBetween, type Formats, localDayOf } from '../../ui/formats.ts';
import type { Text } from '../../ui/text-format.ts';
import type { StoredTag, WordChange } from './tagging-session.ts';

/** `In person · Meal`, or the outcome of a meeting that did not take place. Empty while nothing is answered. */
export function answerWords(draft: Pick<Draft, 'outcome' | 'modality' | 'place'>, text: Text): string {
  if (draft.outcome === undefined) return '';
  if (draft.outcome === 'did_not_happen') return text('tag.didNotHappen');
  if (draft.outcome !== 'held' || !draft.modality) return text(`outcome.${draft.outcome}`);
  const modality = text(`modality.${draft.modality}`);
  return draft.place && isNear(draft.modality) ? `${modality} · ${text(`place.${draft.place}`)}` : modality;
}

/** `Contral Robotics, Tue 3 Nov: In person`, for an answer that has to be recognised away from its meeting. */
export function waitingWords(
  { accounts, subject, startsAt }: Pick<Meeting, 'accounts' | 'subject' | 'startsAt'>,
  draft: Draft,
  { text, formats, timeZone }: { readonly text: Text; readonly formats: Formats; readonly timeZone: string },
): string {
  const whose = accounts.map(({ name }) => name).join(', ') || subject || text('meeting.accountOpen');
  const said = answerWords(draft, text) || text('tag.takenBack');
  return text('outbox.about', { whose, day: formats.day(localDayOf(startsAt, timeZone)), said });
}

/** `€84.00`, where an amount goes with the answer; empty otherwise. */
export function spendWords(
  { outcome, modality, spend }: Pick<Draft, 'outcome' | 'modality' | 'spend'>,
  formats: Pick<Formats, 'exactMoney'>,
): string {
  const isSpent = outcome === 'no_show' || (outcome === 'held' && modality !== undefined && isNear(modality));
  return spend && isSpent ? formats.exactMoney(spend) : '';
}

/** The mark of an answer; undefined while nothing is answered. */
export function answerMark(draft: Pick<Draft, 'outcome' | 'modality'>): TouchMark | undefined {
  if (draft.outcome === undefined) return undefined;
  return draft.outcome === 'held' ? draft.modality : 'not_held';
}

/** "First in person in 11 months" after a near meeting; undefined when the last one was in the same month or nothing near was added. */
export function firstNearWords({ before, after }: Pick<WordChange, 'before' | 'after'>, text: Text, formats: Formats): string | undefined {
  if (after.lastNearOn === null || after.lastNearOn === before.lastNearOn) return undefined;
  if (before.lastNearOn === null) return text('effect.firstNearEver');
  const days = daysBetween({ fromOn: before.lastNearOn, toOn: after.lastNearOn });
  return days >= noteworthyDays ? text('effect.firstNear', { duration: formats.duration(days) }) : undefined;
}

/** Somebody of the customer in a meeting; without account and address where it was added by hand. */
export type InvitedPerson = Pick<Meeting['contacts'][number], 'contactId' | 'name' | 'isKeyPartner'> &
  Partial<Pick<Meeting['contacts'][number], 'accountId' | 'mail'>>;

export interface PersonToAsk {
  readonly contactId: string;
  readonly name: string;
  readonly mail: string;
}

/**
 * Whom to ask for a meeting in person after a remote one: the first key partner of the account who was there, or else anybody who was.
 * `contacts` have key partners first. Undefined while the streak is too short for the question.
 */
export function personToAsk(
  { accountId, after }: Pick<WordChange, 'accountId' | 'after'>,
  { modality, presentContactIds }: Pick<StoredTag, 'modality' | 'presentContactIds'>,
  contacts: readonly InvitedPerson[],
): PersonToAsk | undefined {
  if (modality === null || isNear(modality) || after.virtualStreak < askFromStreak) return undefined;
  const there = contacts.find((contact) => contact.accountId === accountId && presentContactIds.includes(contact.contactId));
  return there?.mail === undefined ? undefined : { contactId: there.contactId, name: there.name, mail: there.mail };
}

/** One call after a visit is the ordinary course of things. */
const askFromStreak = 2;

/** An account as the answers of this visit have left it; as the meeting told it where they changed nothing. */
export function accountNow(account: AccountGlance, changes: readonly WordChange[]): AccountGlance {
  return changes.find(({ accountId }) => accountId === account.accountId)?.after ?? account;
}

/** What hovering over a meeting's facts tells: each account as it stands now, and the people behind "+2". `todayOn` is a local day. */
export function meetingDetails(
  { accounts, contacts }: Pick<Meeting, 'accounts' | 'contacts'>,
  changes: readonly WordChange[],
  todayOn: string,
  words: { readonly text: Text; readonly formats: Formats },
): readonly string[] {
  const { hidden } = namedPeople(contacts);
  return [
    ...accounts.flatMap((account) => accountDetails(accountNow(account, changes), todayOn, words)),
    ...(hidden.length > 0 ? [words.formats.list(contacts.map(({ name }) => name))] : []),
  ];
}

/** Further people become "+1". */
const maxNames = 3;

/** The people named on one line, and those behind "+1". */
export function namedPeople(contacts: Meeting['contacts']): { readonly named: Meeting['contacts']; readonly hidden: Meeting['contacts'] } {
  return { named: contacts.slice(0, maxNames), hidden: contacts.slice(maxNames) };
}

/** A gap shorter than this is the ordinary rhythm and nothing to point out. */
const noteworthyDays = 30;
