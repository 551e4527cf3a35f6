/** Puts the focus where a question begins. In place of `autoFocus`, which the browser obeys while a page loads and not afterwards. */
import { type RefCallback, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** For the `ref` of the element that has the focus as soon as it is first shown; later changes of `isWanted` or of the element move nothing. */
export function useFocusOnMount(isWanted = true): RefCallback<HTMLElement> {
  const element = useRef<HTMLElement>(null);
  const [isWantedAtFirst] = useState(isWanted);
  useLayoutEffect(() => {
    if (isWantedAtFirst) element.current?.focus();
  }, [isWantedAtFirst]);
  return useCallback((shown) => {
    element.current = shown;
  }, []);
}
