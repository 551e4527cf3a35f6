/** Confirming every sure suggestion: one portion after the other, what came of them, and where it stopped. Draws nothing. */
import { useState } from 'react';
import { useCall } from '../../client/api-context.tsx';
import type { CallFailure } from '../../client/call.ts';
import { portionsOf } from '../../client/tag-portions.ts';
import { useTimeZone } from '../../ui/text.tsx';
import { claimOf, type Confirmed, nothingConfirmed, type Sure, withPortion } from './sure-suggestions.ts';
import type { WelcomeVisit } from './use-welcome-visit.ts';

export interface ConfirmingSure {
  /** How many of how many have an answer; undefined while nothing is under way. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Of the last click; undefined before the first one. */
  readonly confirmed: Confirmed | undefined;
  /** What stopped it: the portions before it are stored. */
  readonly failure: CallFailure | undefined;
  readonly confirm: (sure: readonly Sure[]) => Promise<void>;
}

export function useConfirmSure(visit: WelcomeVisit): ConfirmingSure {
  const call = useCall();
  const timeZone = useTimeZone();
  const [progress, setProgress] = useState<ConfirmingSure['progress']>();
  const [confirmed, setConfirmed] = useState<Confirmed | undefined>();
  const [failure, setFailure] = useState<CallFailure | undefined>();

  /** Undefined when the portion could not be sent. */
  async function confirmPortion(portion: readonly Sure[], sofar: Confirmed): Promise<Confirmed | undefined> {
    const result = await call('tag-meetings', { params: {}, request: { tags: portion.map((sure) => claimOf(sure, timeZone)) } });
    if (!result.ok) {
      setFailure(result.failure);
      return undefined;
    }
    const { outcomes, changes } = result.value;
    // Refused ones go from the list too: they were answered by somebody else, or are gone.
    await visit.settle({ accountIds: [], meetingIds: outcomes.map(({ meetingId }) => meetingId), changes });
    return withPortion(sofar, portion, result.value);
  }

  async function confirm(sure: readonly Sure[]): Promise<void> {
    if (progress) return;
    setFailure(undefined);
    let sofar = nothingConfirmed;
    let done = 0;
    for (const portion of portionsOf(sure)) {
      setProgress({ done, total: sure.length });
      const next = await confirmPortion(portion, sofar);
      if (!next) break;
      sofar = next;
      done += portion.length;
      setConfirmed(sofar);
    }
    setProgress(undefined);
    // A confirmed meeting may have been among an account's candidates, and the next one takes its place.
    await visit.refresh();
  }

  return { progress, confirmed, failure, confirm };
}
