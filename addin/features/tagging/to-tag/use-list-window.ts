/** The window of a long list that scrolls with the page: which items are drawn, where each stands, and how one of them gets the focus. */
import { defaultRangeExtractor, type Range, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type ListItem, withKept } from './list-items.ts';

/** Before an item was drawn once; its own height is measured then. */
const estimatedDayPx = 48;
const estimatedMeetingPx = 84;
/** Drawn beyond each edge of the screen, so that scrolling finds them there. */
const overscanItems = 8;
/** What stands over the lower edge of the page while meetings are selected; its answers wrap on a narrow page. */
const bottomBarPx = { wide: 96, narrow: 200 } as const;
const narrowBelowPx = 560;

export interface ListWindow {
  readonly drawn: readonly VirtualItem[];
  /** Of the items on and around the screen; undefined while nothing is drawn. */
  readonly lastDrawnIndex: number | undefined;
  /** For the element around the items. */
  readonly attachList: (element: HTMLElement | null) => void;
  /** For each item's element, with its index as `data-index`. */
  readonly attachItem: (element: HTMLElement | null) => void;
  /** How many meetings of the usual height fit on the screen. */
  readonly pageRows: () => number;
  /** Gives the focus to a meeting's row wherever it stands. The row must be kept drawn: `keptIndex` of the next render. */
  readonly focusRow: (index: number, id: string) => void;
  /** Scrolls to the row that has the focus once other rows have grown and pushed it away; does nothing while none has it. */
  readonly keepFocusInView: () => void;
}

interface ListWindowOptions {
  readonly items: readonly ListItem[];
  /** Of the item that stays drawn outside of the screen too; -1 for none. */
  readonly keptIndex: number;
}

export function useListWindow({ items, keptIndex }: ListWindowOptions): ListWindow {
  const [list, setList] = useState<HTMLElement | null>(null);
  const wantedId = useRef<string | undefined>(undefined);
  // The same functions for the same items: others would have every place computed anew, in each frame of a scroll.
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const estimateSize = useCallback((index: number) => (items[index]?.kind === 'day' ? estimatedDayPx : estimatedMeetingPx), [items]);
  const rangeExtractor = useCallback((range: Range) => withKept(defaultRangeExtractor(range), keptIndex), [keptIndex]);
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: items.length,
    getItemKey,
    estimateSize,
    rangeExtractor,
    overscan: overscanItems,
    scrollMargin: useOffsetTop(list),
    scrollPaddingEnd: barPx(),
    // Written by script, which the content security policy allows: scrolling within the drawn items renders nothing anew.
    directDomUpdates: true,
  });

  const { containerRef } = virtualizer;
  const attachList = useCallback(
    (element: HTMLElement | null) => {
      setList(element);
      containerRef(element);
    },
    [containerRef],
  );

  function giveFocus(): void {
    if (wantedId.current === undefined) return;
    const row = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wantedId.current)}"]`);
    if (!row) return;
    wantedId.current = undefined;
    // The list scrolls by itself: the browser would not know of the bar over its lower edge.
    row.focus({ preventScroll: true });
  }
  useLayoutEffect(giveFocus);

  return {
    drawn: virtualizer.getVirtualItems(),
    lastDrawnIndex: virtualizer.range?.endIndex,
    attachList,
    attachItem: virtualizer.measureElement,
    pageRows: () => Math.floor((window.innerHeight - barPx()) / estimatedMeetingPx),
    focusRow: (index, id) => {
      wantedId.current = id;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      giveFocus();
    },
    keepFocusInView: () => {
      const item = list?.querySelector<HTMLElement>('[data-row]:focus')?.closest<HTMLElement>('[data-index]');
      if (item) virtualizer.scrollToIndex(Number(item.dataset['index']), { align: 'auto' });
    },
  };
}

function barPx(): number {
  return window.innerWidth < narrowBelowPx ? bottomBarPx.narrow : bottomBarPx.wide;
}

/** Where the list begins in the page, in pixels; what stands above it comes, goes and wraps. */
function useOffsetTop(list: HTMLElement | null): number {
  const [offsetPx, setOffsetPx] = useState(0);
  useLayoutEffect(() => {
    const page = list?.parentElement;
    if (!page) return undefined;
    const measure = (): void => setOffsetPx(Math.round(list.getBoundingClientRect().top + window.scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, [list]);
  return offsetPx;
}
