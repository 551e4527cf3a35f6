/** One call of a function, as the host describes it to the function. */
import type { InvocationContext as Invocation } from '@azure/functions';
import { InvocationContext } from './functions-package.ts';
import { newId } from '../platform/clock.ts';

/** Our functions log through their own parts; what they would say to the context is dropped. */
export function newInvocation(functionName: string): Invocation {
  return new InvocationContext({ functionName, invocationId: newId(), logHandler: () => undefined });
}
