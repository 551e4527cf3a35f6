/** The accounts proposed from one's own calendar: which wait for a choice, and the choice on its way. Draws nothing. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bringInAccounts, readProposedAccounts } from './endpoints.ts';
import type { ProposedAccount } from './endpoints.ts';

/** While the tenant is being set up, which takes a moment. */
const readyEveryMs = 1_000;

export interface ProposedAccountsHere {
  readonly proposals: readonly ProposedAccount[];
  /** Nobody has chosen yet: without a choice there is nothing to see. */
  readonly isFirstChoice: boolean;
  readonly isRunning: boolean;
  /** Of the last try; null while there is none. */
  readonly error: unknown;
  /** To the last try; another one each time. */
  readonly answer: unknown;
  readonly bringIn: (domains: readonly string[]) => void;
}

/** `isOwnCalendar`: only then is there anything to ask the server for. `onBroughtIn` is called when the calendar is read again. */
export function useProposedAccounts(isOwnCalendar: boolean, onBroughtIn: () => void): ProposedAccountsHere {
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: ['proposed-accounts'],
    queryFn: readProposedAccounts,
    enabled: isOwnCalendar,
    refetchInterval: (query) => (query.state.data?.isReady === true ? false : readyEveryMs),
  });
  const {
    mutate,
    isPending,
    error,
    data: answer,
  } = useMutation({
    mutationFn: bringInAccounts,
    onSuccess: onBroughtIn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['proposed-accounts'] }),
  });
  return {
    proposals: data?.proposals ?? [],
    isFirstChoice: data?.isReady === true && !data.hasAccounts && data.proposals.length > 0,
    isRunning: isPending,
    error,
    answer,
    bringIn: mutate,
  };
}
