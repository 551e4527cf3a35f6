// The state of change tracking as the opaque text that links carry. Bound to one mailbox or directory; anything else is refused.
import type { z } from 'zod';
import { refuse } from './graph-http.ts';
import type { GraphFault } from './graph-http.ts';

/** What every token holds, beside its own state. */
interface TokenState {
  /** Whose changes: a mailbox's or a directory's id. */
  readonly of: string;
  readonly issuedAtMs: number;
}

/** Codes by which Outlook says that a reader has to begin anew (delta-query-overview, "Synchronization reset"). */
export const syncFaults = {
  sync_state_not_found: {
    status: 400,
    code: 'SyncStateNotFound',
    message: 'The sync state generation is not found; an initial sync is required.',
  },
  sync_state_invalid: { status: 400, code: 'SyncStateInvalid', message: 'The sync state data is corrupted or otherwise invalid.' },
  resync_required: { status: 400, code: 'ResyncRequired', message: 'Resync required. Replace any local items with the server’s version.' },
} as const satisfies Readonly<Record<string, GraphFault>>;

/** The text of a token. */
export function writeToken<State extends TokenState>(state: State): string {
  return Buffer.from(JSON.stringify(state)).toString('base64url');
}

/** The state behind a token: refused when it is no token, another one's, or older than `lifetimeMinutes`. */
export function readToken<State extends TokenState>(options: {
  readonly text: string;
  readonly schema: z.ZodType<State>;
  readonly of: string;
  readonly nowAt: Date;
  readonly lifetimeMinutes: number;
}): State {
  const state = options.schema.safeParse(parse(options.text));
  if (!state.success || state.data.of !== options.of) return refuse(syncFaults.sync_state_invalid);
  const ageMinutes = (options.nowAt.getTime() - state.data.issuedAtMs) / 60_000;
  return ageMinutes > options.lifetimeMinutes ? refuse(syncFaults.sync_state_not_found) : state.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
