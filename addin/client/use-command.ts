/** One hook per write that a form or a dialog waits for. Says how it went; what is read anew afterwards is the caller's choice. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { RouteName } from '../../api/contract/routes.ts';
import { useCall } from './api-context.tsx';
import type { CallFailure, CallInput, Reply } from './call.ts';

export type Command<N extends RouteName> = UseMutationResult<Reply<N>, CallFailure, CallInput<N>>;

/** Never repeats by itself: whether a write that got no answer was done, only the server knows. */
export function useCommand<N extends RouteName>(name: N): Command<N> {
  const call = useCall();
  return useMutation<Reply<N>, CallFailure, CallInput<N>>({
    // Fails at once without a network, where the default would wait for it.
    networkMode: 'always',
    mutationFn: async (input) => {
      const result = await call(name, input);
      if (!result.ok) throw result.failure;
      return result.value;
    },
  });
}
