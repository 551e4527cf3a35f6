/** What hovering over an account's word and strip tells, as lines for those who come with the keyboard. Pure. */
import type { AccountGlance } from '../../api/contract/tagging.ts';
import type { Formats } from './formats.ts';
import { stripSentence } from './strip-words.ts';
import type { Text } from './text-format.ts';

interface Words {
  readonly text: Text;
  readonly formats: Formats;
}

type Account = Pick<AccountGlance, 'name' | 'word' | 'decidingUnanswered' | 'strip'>;

/** The account's name, what its word means, which unanswered meetings could change it, and its strip; `todayOn` is a local day. */
export function accountDetails(
  { name, word, decidingUnanswered, strip }: Account,
  todayOn: string,
  { text, formats }: Words,
): readonly string[] {
  return [
    `${name}: ${text(`word.${word}`)}. ${text(`wordMeans.${word}`)}`,
    ...(decidingUnanswered > 0 ? [text('meeting.unanswered.means', { count: decidingUnanswered })] : []),
    stripSentence(strip, todayOn, { text, formats }),
  ];
}
