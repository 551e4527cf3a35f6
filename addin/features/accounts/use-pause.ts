/** Pausing and resuming an account: one request at a time, its failure as a value, and the pages that show it asked anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PauseReason } from '../../../api/contract/vocabulary.ts';
import { useCall } from '../../client/api-context.tsx';
import type { CallFailure, CallResult } from '../../client/call.ts';
import { queryKeys } from '../../client/query-keys.ts';

export interface PauseClaim {
  readonly reason: PauseReason;
  /** The last paused day. */
  readonly untilOn: string;
}

export interface Pausing {
  readonly isSaving: boolean;
  /** Of the last request; undefined when it succeeded. */
  readonly failure: CallFailure | undefined;
  /** Resolves to whether it is stored. */
  readonly pause: (claim: PauseClaim) => Promise<boolean>;
  readonly resume: () => Promise<boolean>;
  /** Forgets the failure. */
  readonly forget: () => void;
}

export function usePausing(accountId: string): Pausing {
  const call = useCall();
  const queryClient = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<CallFailure | undefined>();

  async function run(send: () => Promise<CallResult<unknown>>): Promise<boolean> {
    setIsSaving(true);
    setFailure(undefined);
    const result = await send();
    if (result.ok) {
      // The page shows the new state when the request is over, not a moment later.
      await queryClient.invalidateQueries({ queryKey: queryKeys.account(accountId), exact: true });
      void queryClient.invalidateQueries({ queryKey: queryKeys.team });
    } else {
      setFailure(result.failure);
    }
    setIsSaving(false);
    return result.ok;
  }

  return {
    isSaving,
    failure,
    pause: (request) => run(() => call('pause-account', { params: { accountId }, request })),
    resume: () => run(() => call('resume-account', { params: { accountId }, request: {} })),
    forget: () => setFailure(undefined),
  };
}
