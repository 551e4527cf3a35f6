/** Sentences about a tag. Pure. */
import type { Draft } from '../../../api/contract/tag-form.ts';
import type { AccountGlance, Meeting } from '../../../api/contract/tagging.ts';
import { isNear, type TouchMark } from '../../../api/contract/vocabulary.ts';
import { accountDetails } from '../../ui/account-details.ts';
import { daysBetween, type Formats } from '../../ui/formats.ts';
import type { Text } from '../../ui/text-format.ts';
import type { WordChange } from './tagging-session.ts';

/** `In person · Meal`, or the outcome of a meeting that did not take place. Empty while nothing is answered. */
export function answerWords(draft: Pick<Draft, 'outcome' | 'modality' | 'place'>, text: Text): string {
  if (draft.outcome === undefined) return '';
  if (draft.outcome === 'did_not_happen') return text('tag.didNotHappen');
  if (draft.outcome !== 'held' || !draft.modality) return text(`outcome.${draft.outcome}`);
  const modality = text(`modality.${draft.modality}`);
  return draft.place && isNear(draft.modality) ? `${modality} · ${text(`place.${draft.place}`)}` : modality;
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
