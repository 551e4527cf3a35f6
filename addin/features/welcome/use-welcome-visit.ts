/** A visit to the welcome: what its answers changed so far, and the questions without those that are settled. Draws nothing. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WelcomeReply } from '../../../api/contract/welcome.ts';
import { useCall } from '../../client/api-context.tsx';
import { queryKeys } from '../../client/query-keys.ts';
import { useTagsStored } from '../../client/use-tags-stored.ts';
import { accountsMet, withoutSettled } from './welcome-questions.ts';
import { joinChanges, type WordChange } from './word-changes.ts';

/** What one stored answer, or one portion of them, brought. */
export interface Stored {
  /** Accounts that need no further question, besides those met by `changes`. */
  readonly accountIds: readonly string[];
  /** Meetings that are tagged now. */
  readonly meetingIds: readonly string[];
  readonly changes: readonly WordChange[];
}

export interface WelcomeVisit {
  /** Of this visit: one entry per account. */
  readonly changes: readonly WordChange[];
  /** Takes the settled questions away; when none is left the server is asked, and the welcome is closed if it has none either. */
  readonly settle: (stored: Stored) => Promise<void>;
  /** Asks the server for the questions again: somebody else answered one of them. */
  readonly refresh: () => Promise<void>;
}

/** What follows when the welcome is closed: it is not due any more on any page, without asking the server. */
export function noteClosed(queryClient: QueryClient): void {
  queryClient.setQueryData<WelcomeReply>(queryKeys.welcome, (reply) => reply && { ...reply, isDue: false });
}

export function useWelcomeVisit(): WelcomeVisit {
  const call = useCall();
  const queryClient = useQueryClient();
  const tagsStored = useTagsStored();
  const [changes, setChanges] = useState<readonly WordChange[]>([]);
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queryKeys.welcome });

  async function settle(stored: Stored): Promise<void> {
    setChanges((earlier) => joinChanges(earlier, stored.changes));
    // A read that is under way was asked before this answer and would bring the question back.
    await queryClient.cancelQueries({ queryKey: queryKeys.welcome });
    const settled = { meetingIds: stored.meetingIds, accountIds: [...stored.accountIds, ...accountsMet(stored.changes)] };
    const left = queryClient.setQueryData<WelcomeReply>(queryKeys.welcome, (reply) => reply && withoutSettled(reply, settled));
    if (stored.changes.length > 0) tagsStored();
    if (left && left.questions.length === 0) await finish();
  }

  /** One answer holds a limited number of questions: the server may have more. */
  async function finish(): Promise<void> {
    await refresh();
    const reply = queryClient.getQueryData<WelcomeReply>(queryKeys.welcome);
    // Nothing hangs on the answer: a welcome without questions is not due either.
    if (reply && reply.questions.length + reply.sure.length === 0) await call('close-welcome', { params: {}, request: {} });
  }

  return { changes, settle, refresh };
}
