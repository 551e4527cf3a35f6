/** Which read a mailbox needs next. Pure. */

/** `whole`: every event of the window, the truth. `baseline`: the first round of changes over a newer, narrower window. `changes`: what came since. */
export type ReadKind = 'whole' | 'baseline' | 'changes';

export interface MailboxStanding {
  /** A read that was cut off goes on before anything else. */
  readonly underWay: ReadKind | undefined;
  /** Whether somebody asks for every event anew: the first read, or accounts and domains that have changed. */
  readonly isWaiting: boolean;
  readonly wholeAt: Date | undefined;
  readonly baselineAt: Date | undefined;
  readonly changesAt: Date | undefined;
  readonly hasDeltaLink: boolean;
  /** Whether Graph tells us of changes: then the clock asks seldom. */
  readonly isTold: boolean;
}

/** The reconcile: whatever was lost, forged or misunderstood is put right within a day. */
export const wholeEveryMs = 24 * 3_600_000;
/** The window that a link is bound to moves on with a new baseline; until then its far end comes closer by this much. */
export const baselineEveryMs = 7 * 24 * 3_600_000;
/** How old changes may become when nobody tells of them. */
export const changesEveryMs = 15 * 60_000;
/** The same while Graph tells: for what it forgot to tell. */
export const changesWhenToldEveryMs = 6 * 3_600_000;

/** `changedAt`: until when somebody may have told of changes; undefined when the clock alone asks. Undefined when nothing is due. */
export function dueRead(
  mailbox: MailboxStanding,
  { nowAt, changedAt }: { readonly nowAt: Date; readonly changedAt: Date | undefined },
): ReadKind | undefined {
  const isOlder = (at: Date | undefined, ms: number): boolean => at === undefined || nowAt.getTime() - at.getTime() >= ms;
  if (mailbox.underWay) return mailbox.underWay;
  if (mailbox.isWaiting || isOlder(mailbox.wholeAt, wholeEveryMs)) return 'whole';
  if (!mailbox.hasDeltaLink || isOlder(mailbox.baselineAt, baselineEveryMs)) return 'baseline';
  if (isOlder(mailbox.changesAt, mailbox.isTold ? changesWhenToldEveryMs : changesEveryMs)) return 'changes';
  return changedAt && mailbox.changesAt && changedAt > mailbox.changesAt ? 'changes' : undefined;
}
