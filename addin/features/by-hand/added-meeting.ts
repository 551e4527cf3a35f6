/** A meeting that was added by hand, as the server stored it. */
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import type { TagReply } from '../../../api/contract/tagging.ts';

export interface AddedMeeting {
  readonly meetingId: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
  readonly met: OwnAccount['contacts'];
  /** What the server said last: when it was added, or when it was taken back. */
  readonly stored: TagReply;
}
