/** What a dialog was opened for. It stays until the next time, so that the dialog can close before it goes: only then it gives the page back. */
import { useState } from 'react';

export interface Asked<T> {
  /** Undefined before the first time. */
  readonly about: T | undefined;
  /** Another one each time: as the dialog's key it begins anew. */
  readonly count: number;
  readonly isOpen: boolean;
  readonly ask: (about: T) => void;
  readonly close: () => void;
}

export function useAsked<T>(): Asked<T> {
  const [state, setState] = useState<Pick<Asked<T>, 'about' | 'count' | 'isOpen'>>({ about: undefined, count: 0, isOpen: false });
  return {
    ...state,
    ask: (about) => setState(({ count }) => ({ about, count: count + 1, isOpen: true })),
    close: () => setState((last) => ({ ...last, isOpen: false })),
  };
}
