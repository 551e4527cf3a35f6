/** Whose token it is, read without proof: only to keep apart what two people leave on one device. What they may do, the server decides. */
import * as z from 'zod/mini';
import type { Host } from '../host/host.ts';

const Claims = z.object({ tid: z.uuid(), oid: z.uuid() });

/** Tenant and person as `tid/oid`; undefined when the token tells neither. */
export function ownerOf(token: string): string | undefined {
  const claims = Claims.safeParse(payloadOf(token)).data;
  return claims && `${claims.tid}/${claims.oid}`;
}

/** The person's object id of an owner. */
export function personIn(owner: string): string | undefined {
  return owner.split('/')[1];
}

/** The middle part of a JWT (RFC 7519), base64url. */
function payloadOf(token: string): unknown {
  try {
    const text = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

export interface WatchedToken {
  /** As the host's own. */
  readonly token: Host['token'];
  /** Of the last token that the page was given; asks for one when there was none. Undefined while there is no way to get one. */
  readonly owner: () => Promise<string | undefined>;
  /** Calls back whenever somebody else than before turns out to be signed in, the first person included. */
  readonly onOwner: (listener: () => void) => void;
}

/** Remembers whose the tokens are, so that a page without a network still knows for whom it keeps things. */
export function watchOwner(token: Host['token']): WatchedToken {
  let last: string | undefined;
  const listeners: (() => void)[] = [];
  const first = Promise.withResolvers<string | undefined>();
  async function watched(options: Parameters<Host['token']>[0]): ReturnType<Host['token']> {
    const reply = await token(options);
    const owner = reply.kind === 'token' ? ownerOf(reply.token) : last;
    if (owner !== last) {
      last = owner;
      first.resolve(owner);
      for (const listener of listeners) listener();
    }
    return reply;
  }
  return {
    token: watched,
    owner: async () => {
      // A question of its own may be left without an answer, for instance by a host that is still starting: any other one will do.
      if (last === undefined) await Promise.race([watched({ forceRefresh: false }), first.promise]);
      return last;
    },
    onOwner: (listener) => void listeners.push(listener),
  };
}
