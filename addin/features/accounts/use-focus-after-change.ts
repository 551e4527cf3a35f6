/** Keeps the keyboard in its place when an own command takes the pressed button from the page: reading goes on at the part it was in. */
import { type RefObject, useEffect, useRef } from 'react';

export interface FocusAfterChange {
  /** Of an element that can have the focus by script. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** To be called with the command. */
  readonly expectChange: () => void;
}

/** `shown` is what changes when the command is done. */
export function useFocusAfterChange(shown: unknown): FocusAfterChange {
  const place = useRef<HTMLDivElement>(null);
  const isExpected = useRef(false);
  useEffect(() => {
    if (!isExpected.current || document.activeElement !== document.body || !document.hasFocus()) return;
    isExpected.current = false;
    place.current?.focus({ preventScroll: true });
  }, [shown]);
  return {
    place,
    expectChange: () => {
      isExpected.current = true;
    },
  };
}
