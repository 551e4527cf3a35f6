/** Between the pages of this browser: how the line of waiting commands stands, and what came of a command that another page sent. */
import type { CallFailure, CallResult } from '../call.ts';
import type { OutboxEntry } from './outbox-entry.ts';

export interface Settled {
  readonly entry: OutboxEntry;
  /** Done, or refused for good. The value is of the entry's route. */
  readonly result: CallResult<unknown>;
}

export type OutboxNews =
  | { readonly kind: 'changed' }
  | { readonly kind: 'settled'; readonly settled: Settled }
  /** Why the page that sends can send nothing for the moment; undefined once it can again. */
  | { readonly kind: 'way'; readonly heldUpBy: CallFailure | undefined };

export interface OutboxChannel {
  readonly tell: (news: OutboxNews) => void;
  /** Never what this page itself told. */
  readonly listen: (listener: (news: OutboxNews) => void) => void;
}

const channelName = 'firsthand.outbox';

/** Lives as long as the page. */
export function openOutboxChannel(): OutboxChannel {
  const channel = new BroadcastChannel(channelName);
  return {
    tell: (news) => channel.postMessage(news),
    // Only pages of our own origin can post here, and they post nothing else.
    listen: (listener) => channel.addEventListener('message', ({ data }: MessageEvent<OutboxNews>) => listener(data)),
  };
}
