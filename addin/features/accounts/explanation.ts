/** What "Why?" opens for each figure of an account: the rule in one sentence, and the meetings that it counts. Pure. */
import type { AccountMeeting, AccountReply, ScoreLine } from '../../../api/contract/accounts.ts';
import { healthPolicy, type ScoreLineName, scorePolicy } from '../../../api/contract/vocabulary.ts';
import { dayAfter } from '../../ui/formats.ts';
import { isNearMark } from '../../ui/touch-strip-layout.ts';
import { missingNames, type Words } from './account-sentences.ts';

export type Figure = 'word' | ScoreLineName | 'streak' | 'unanswered' | 'year';

export interface Explanation {
  readonly title: string;
  readonly rule: string;
  /** A further sentence, for instance who is missing. */
  readonly note: string | undefined;
  /** Days whose meetings are asked for; undefined when no meeting stands behind the figure. */
  readonly span: { readonly since: string; readonly until?: string } | undefined;
  readonly isCounted: (meeting: AccountMeeting) => boolean;
  /** Looks like one that counts and does not, as it stands too close to another. */
  readonly isTooClose: (meeting: AccountMeeting) => boolean;
}

/** Before every meeting that any calendar holds. */
const firstOn = '1970-01-01';

export function explanationOf(figure: Figure, reply: AccountReply, words: Words): Explanation {
  switch (figure) {
    case 'word':
      return wordExplanation(reply, words);
    case 'recency':
    case 'frequency':
    case 'reach':
      return lineExplanation(figure, reply, words);
    case 'streak':
    case 'unanswered':
    case 'year':
      return listExplanation(figure, reply, words);
  }
}

const nothing = { note: undefined, isCounted: () => false, isTooClose: () => false } as const;

function wordExplanation({ todayOn, account: { cadenceDays }, health }: AccountReply, { text }: Words): Explanation {
  const { word, lastNearOn, lastTouchpointOn } = health;
  const rule = text(`word.rule.${word}`, {
    cadenceDays,
    onTrackDays: Math.floor((healthPolicy.onTrackNumerator * cadenceDays) / healthPolicy.onTrackDenominator),
    graceDays: healthPolicy.enrolmentGraceDays,
    memoryDays: healthPolicy.nearMemoryDays,
  });
  const isOnCadence = word === 'on_track' || word === 'due_soon';
  const lastYear = dayAfter({ on: todayOn, days: -healthPolicy.contactMemoryDays });
  const since = word === 'no_contact' ? (lastTouchpointOn ?? lastYear) : (lastNearOn ?? lastYear);
  return {
    ...nothing,
    title: text(`word.${word}`),
    rule,
    span: { since },
    isCounted: ({ mark }) => (isOnCadence ? isNearMark(mark) : mark !== 'not_held'),
  };
}

function lineExplanation(name: ScoreLineName, reply: AccountReply, { text }: Words): Explanation {
  const line = reply.health.lines.find((found) => found.line === name);
  const title = text(`score.${name}`);
  if (!line) return { ...nothing, title, rule: '', span: undefined };
  const { cadenceDays } = reply.account;
  const rule = text(`score.rule.${name}`, {
    maxPoints: line.maxPoints,
    cadenceDays,
    zeroDays: scorePolicy.recency.zeroAtCadences * cadenceDays,
    graceDays: scorePolicy.reach.graceDays,
    withinDays: scorePolicy.reach.withinCadences * cadenceDays,
    ...(line.code === 'near_touchpoints' ? { expected: line.values.expected, windowDays: line.values.windowDays } : {}),
  });
  return { ...nothing, title, rule, ...meetingsOfLine(line, reply, text) };
}

type LineMeetings = Pick<Explanation, 'span'> & Partial<Explanation>;

/** The meetings that the line's own values name. */
function meetingsOfLine(line: ScoreLine, { todayOn, contactNames }: AccountReply, text: Words['text']): LineMeetings {
  switch (line.code) {
    case 'never_in_person':
    case 'no_key_partner_named':
    case 'no_key_partner_expected_yet':
      return { span: undefined };
    case 'in_person_within_cadence':
    case 'in_person_late':
    case 'in_person_too_late': {
      const { lastNearOn } = line.values;
      return { span: { since: lastNearOn, until: lastNearOn }, isCounted: ({ mark }) => isNearMark(mark) };
    }
    case 'near_touchpoints': {
      const { countedOn, windowDays } = line.values;
      return {
        span: { since: dayAfter({ on: todayOn, days: -windowDays }) },
        isCounted: ({ mark, on }) => isNearMark(mark) && countedOn.includes(on),
        isTooClose: ({ mark, on }) => isNearMark(mark) && !countedOn.includes(on),
      };
    }
    case 'key_partners_met': {
      const { metContactIds, withinDays } = line.values;
      const names = missingNames(line.values, contactNames);
      return {
        span: { since: dayAfter({ on: todayOn, days: -withinDays }) },
        isCounted: ({ mark, contacts }) => isNearMark(mark) && contacts.some(({ contactId }) => metContactIds.includes(contactId)),
        note: names.length > 0 ? text('why.missing', { names: names.join(', ') }) : undefined,
      };
    }
  }
}

function listExplanation(figure: 'streak' | 'unanswered' | 'year', reply: AccountReply, { text }: Words): Explanation {
  const { todayOn, health } = reply;
  const rule = text(`why.rule.${figure}`);
  switch (figure) {
    case 'streak': {
      const since = health.lastNearOn === null ? firstOn : dayAfter({ on: health.lastNearOn, days: 1 });
      const isCounted = ({ mark }: AccountMeeting): boolean => mark === 'virtual' || mark === 'phone';
      return { ...nothing, title: text('why.figure.streak'), rule, span: { since }, isCounted };
    }
    case 'unanswered':
      return {
        ...nothing,
        title: text('why.figure.unanswered'),
        rule,
        span: { since: firstOn },
        isCounted: ({ mark }) => mark === 'untagged',
      };
    case 'year':
      return { ...nothing, title: text('account.strip'), rule, span: stripSpan(todayOn), isCounted: () => true };
  }
}

/** The days of the touch strip. */
export function stripSpan(todayOn: string): { readonly since: string } {
  return { since: dayAfter({ on: todayOn, days: -healthPolicy.stripDays }) };
}
