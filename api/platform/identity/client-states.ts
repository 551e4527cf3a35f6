/** The secret that Graph repeats with every notification: ours alone can make it, and nothing is looked up to check it. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface MailboxName {
  readonly tenantId: string;
  readonly userId: string;
}

export interface ClientStates {
  /** Of a new subscription; 43 characters, Graph allows 128. */
  readonly of: (mailbox: MailboxName) => string;
  /** In constant time, under any of our keys. */
  readonly isOf: (clientState: string, mailbox: MailboxName) => boolean;
  /** Names the newest key without telling it: a subscription made with another one is due for a new one. */
  readonly newestKeyName: string;
}

const nameCharacters = 12;

/** `keys`: newest first, at least one; the older ones are still taken until every subscription has a new secret. */
export function clientStates(keys: readonly [Uint8Array, ...Uint8Array[]]): ClientStates {
  const made = (key: Uint8Array, { tenantId, userId }: MailboxName): Buffer =>
    createHmac('sha256', key).update(`${tenantId.toLowerCase()}/${userId.toLowerCase()}`).digest();
  return {
    of: (mailbox) => made(keys[0], mailbox).toString('base64url'),
    isOf: (clientState, mailbox) => {
      const given = Buffer.from(clientState, 'base64url');
      // Every key is tried, so that the time tells nothing of which one fits.
      return keys.map((key) => made(key, mailbox)).filter((expected) => isSame(given, expected)).length > 0;
    },
    newestKeyName: createHash('sha256').update(keys[0]).digest('hex').slice(0, nameCharacters),
  };
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
