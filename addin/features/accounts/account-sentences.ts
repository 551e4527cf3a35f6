/** What the account page says in sentences, made from the server's codes and values. Pure; decides nothing. */
import type { AccountReply, KeyPartner, ScoreLine } from '../../../api/contract/accounts.ts';
import type { TextKey } from '../../../api/contract/text/en.ts';
import { scorePolicy } from '../../../api/contract/vocabulary.ts';
import { dayAfter, daysBetween, type Formats } from '../../ui/formats.ts';
import type { Text } from '../../ui/text-format.ts';

export interface Words {
  readonly text: Text;
  readonly formats: Formats;
}

/** ICU's `select` takes a word for "there is none". */
const none = 'none';

export type Colleague = AccountReply['colleagues'][number];

type Standing = Pick<AccountReply, 'todayOn' | 'account' | 'health'>;

/**
 * Why the account has its word: "Last in person 72 days ago; every 45 days is the cadence." `remoteSinceOn` is the day of the first remote
 * meeting since the last near one, undefined while it is not known.
 */
export function wordReason(standing: Standing, remoteSinceOn: string | undefined, words: Words): string {
  const { todayOn, account, health } = standing;
  const { text, formats } = words;
  const { cadenceDays } = account;
  if (health.word === 'no_contact') return noContactReason(standing, words);
  if (health.word === 'not_enough_data') return text('wordMeans.not_enough_data');
  if (health.word === 'new') return text('account.reason.new', { cadenceDays });
  const remote = { count: health.virtualStreak, since: remoteSinceOn ? formats.month(remoteSinceOn) : none };
  if (health.lastNearOn === null) return text('account.reason.never', remote);
  const ago = formats.daysAgo({ on: health.lastNearOn, todayOn });
  if (health.word === 'completely_virtual') return text('account.reason.remoteOnly', { ago, ...remote });
  if (health.word === 'overdue') return text('account.reason.late', { ago, cadenceDays });
  return text('account.reason.inTime', { ago, day: formats.day(dayAfter({ on: health.lastNearOn, days: cadenceDays })) });
}

function noContactReason({ todayOn, health: { lastTouchpointOn } }: Standing, { text, formats }: Words): string {
  if (lastTouchpointOn === null) return text('account.reason.no_contactEver');
  return text('account.reason.no_contact', { ago: formats.daysAgo({ on: lastTouchpointOn, todayOn }) });
}

/** Where the tier comes from: revenue, or a human with a reason. */
export function tierReason({ tier, tierOverride, revenueMinor }: AccountReply['account'], text: Text): string {
  if (tierOverride) return text('account.tier.override', { reason: tierOverride.reason || none, computed: tier });
  return revenueMinor > 0 ? text('account.tier.from', { tier }) : text('account.tier.noRevenue');
}

/** Whose cadence it is, and the announced one with its first day. */
export function cadenceReason(
  { isCadenceOwn, tier, tierOverride, nextCadence }: AccountReply['account'],
  { text, formats }: Words,
): string {
  const whose = isCadenceOwn ? text('account.cadence.own') : text('account.cadence.tier', { tier: tierOverride?.tier ?? tier });
  if (!nextCadence) return whose;
  return `${whose}; ${text('account.cadence.next', { days: nextCadence.days, day: formats.day(nextCadence.fromOn) })}`;
}

interface LineContext extends Words {
  readonly todayOn: string;
  readonly contactNames: Readonly<Record<string, string>>;
}

/** The reason of a score line, by its code. */
export function scoreReason(line: ScoreLine, { todayOn, contactNames, text, formats }: LineContext): string {
  const key = `score.because.${line.code}` as const;
  switch (line.code) {
    case 'never_in_person':
    case 'no_key_partner_named':
      return text(key);
    case 'in_person_within_cadence':
    case 'in_person_late':
    case 'in_person_too_late': {
      const { lastNearOn, cadenceDays } = line.values;
      const lateDays = daysBetween({ fromOn: lastNearOn, toOn: todayOn }) - cadenceDays;
      return text(key, { ago: formats.daysAgo({ on: lastNearOn, todayOn }), cadenceDays, lateDays });
    }
    case 'near_touchpoints': {
      const { countedOn, expected, windowDays } = line.values;
      return text(key, { counted: countedOn.length, expected, windowDays });
    }
    case 'no_key_partner_expected_yet':
      return text(key, { named: line.values.named, graceDays: scorePolicy.reach.graceDays });
    case 'key_partners_met': {
      const { metContactIds, expectedContactIds, withinDays } = line.values;
      const missing = formats.list(missingNames(line.values, contactNames)) || none;
      return text(key, { met: metContactIds.length, total: expectedContactIds.length, withinDays, missing });
    }
  }
}

/** Names of those who are expected and were not met, sorted. */
export function missingNames(
  { metContactIds, expectedContactIds }: { readonly metContactIds: readonly string[]; readonly expectedContactIds: readonly string[] },
  contactNames: Readonly<Record<string, string>>,
): readonly string[] {
  const met = new Set(metContactIds);
  return expectedContactIds.flatMap((id) => (met.has(id) ? [] : (contactNames[id] ?? []))).sort();
}

/** When a key partner was met, or that it is still to come. */
export function keyPartnerStanding({ standing, lastNearOn }: KeyPartner, todayOn: string, { text, formats }: Words): string {
  if (lastNearOn === null) return text(standing === 'outside' ? 'account.keyPartner.new' : 'account.keyPartner.notYet');
  return text(seenKeys[standing], { ago: formats.daysAgo({ on: lastNearOn, todayOn }) });
}

const seenKeys = {
  met: 'account.keyPartner.met',
  not_met: 'account.keyPartner.longAgo',
  outside: 'account.keyPartner.newLongAgo',
} as const satisfies Readonly<Record<KeyPartner['standing'], TextKey>>;

/** When a colleague last met the account, in person if ever. */
export function colleagueLast({ lastNearOn, lastTouchpointOn }: Colleague, todayOn: string, { text, formats }: Words): string | undefined {
  if (lastNearOn !== null) return text('account.colleague.lastNear', { ago: formats.daysAgo({ on: lastNearOn, todayOn }) });
  if (lastTouchpointOn === null) return undefined;
  return text('account.colleague.lastRemote', { ago: formats.daysAgo({ on: lastTouchpointOn, todayOn }) });
}

/** Why the account stands outside of the team's figures; undefined when it does not. */
export function outsideReason({ owner }: AccountReply['account'], text: Text): string | undefined {
  if (!owner) return text('account.outside.none');
  return owner.state === 'counted' ? undefined : text(`account.outside.${owner.state}`, { name: owner.name });
}
