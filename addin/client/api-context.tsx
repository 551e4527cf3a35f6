/** Hands the one `call` of the page down to the hooks. */
import { createContext, useContext } from 'react';
import type { Call } from './call.ts';

const CallContext = createContext<Call | undefined>(undefined);

export const CallProvider = CallContext.Provider;

/** Only below a CallProvider: every page has one. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('no call around this component');
  return call;
}
