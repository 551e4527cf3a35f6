/** How reads are cached and repeated, for every page. Writes go through `call` alone. */
import { focusManager, QueryClient } from '@tanstack/react-query';
import type { CallFailure } from './call.ts';
import { isPassing } from './failure.ts';

/** A page that is looked at again reads anew what is older than this. */
const staleAfterMs = 5_000;
const maxRetries = 2;
const firstRetryAfterMs = 500;
const longestRetryAfterMs = 4_000;

declare module '@tanstack/react-query' {
  interface Register {
    /** Every query to the server throws what `call` gave it; of the open item's own failure only its presence is asked. */
    defaultError: CallFailure;
  }
}

export function createQueryClient(): QueryClient {
  focusManager.setEventListener(onAttention);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleAfterMs,
        // Tries at once whatever the browser believes of the network, then waits for it: nothing hangs, and it recovers by itself.
        networkMode: 'offlineFirst',
        retry: (failures, failure) => failures < maxRetries && isPassing(failure),
        retryDelay: (failures) => Math.min(firstRetryAfterMs * 2 ** failures, longestRetryAfterMs),
      },
    },
  });
}

/** A frame beside another one never becomes invisible, so a click into it counts as looking at it, too. */
function onAttention(notice: () => void): () => void {
  window.addEventListener('visibilitychange', notice);
  window.addEventListener('focus', notice);
  return () => {
    window.removeEventListener('visibilitychange', notice);
    window.removeEventListener('focus', notice);
  };
}
