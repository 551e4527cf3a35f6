/** Which item of Outlook the server is asked about, and how. Pure. */
import type { ItemReply, OpenItem, SharedItem } from '../../api/contract/tagging.ts';
import type { Item } from '../host/host.ts';

/** Undefined for what is no meeting of anybody's: an unsaved draft, and anything that is not for everybody, whose id never leaves Outlook. */
export function askedItem(item: Item | undefined): OpenItem | undefined {
  if (item?.kind !== 'appointment' || item.isUnsaved || (item.sensitivity ?? 'normal') !== 'normal') return undefined;
  const { itemId, startsAt, endsAt, ownerMail } = item;
  return { ...(itemId !== undefined && { itemId }), startsAt, endsAt, ...(ownerMail !== undefined && { ownerMail }) };
}

/** The one of several events that is the item: the only one with its subject. Undefined when a person has to say, or nothing is to be said. */
export function soleMatch(reply: ItemReply | undefined, item: Item | undefined): string | undefined {
  if (reply?.kind !== 'ambiguous' || item?.kind !== 'appointment' || item.subject === '') return undefined;
  const [match, ...others] = reply.candidates.filter(({ subject }) => subject === item.subject);
  return others.length === 0 ? match?.itemId : undefined;
}

/** Where a meeting stands in somebody else's calendar; undefined in one's own. */
export function sharedItemOf(asked: OpenItem | undefined, owner: { readonly id: string } | null): SharedItem | undefined {
  if (!asked || !owner) return undefined;
  const { itemId, startsAt, endsAt } = asked;
  return { ...(itemId !== undefined && { itemId }), startsAt, endsAt, ownerId: owner.id };
}
