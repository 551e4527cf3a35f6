/** The width of an element on the screen, for drawings whose marks must not shrink with it. */
import { type RefCallback, useCallback, useState } from 'react';

/** Whole pixels; undefined until the element is on the page. */
export function useWidthPx(): readonly [RefCallback<HTMLElement>, number | undefined] {
  const [widthPx, setWidthPx] = useState<number | undefined>();
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidthPx(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, widthPx];
}
