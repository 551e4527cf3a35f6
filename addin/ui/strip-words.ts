/** What a touch strip says in words: its text alternative, and a line of the details beside it. Pure. */
import type { Formats } from './formats.ts';
import type { Text } from './text-format.ts';
import { type StripMark, summariseStrip } from './touch-strip-layout.ts';

interface Words {
  readonly text: Text;
  readonly formats: Formats;
}

/** "14 meetings in the last 12 months: 2 in person, last 48 days ago; 6 remote since." `todayOn` is a local day. */
export function stripSentence(strip: readonly StripMark[], todayOn: string, { text, formats }: Words): string {
  const { total, near, lastNearOn, remoteSince, untagged } = summariseStrip(strip);
  const lastNear = lastNearOn ? formats.daysAgo({ on: lastNearOn, todayOn }) : '';
  const nearNone = total > 0 && near === 0 ? 'yes' : 'no';
  // Without a near meeting "since" has no beginning, and the sentence has said so already.
  return text('strip.sentence', { total, near, lastNear, nearNone, remoteSince: near > 0 ? remoteSince : 0, untagged });
}
