/** Loads further pages of the list by itself: the next one when its end comes near the screen, all of them when somebody asks for all. */
import { useEffect, useState } from 'react';
import type { Meeting } from '../../../../api/contract/tagging.ts';
import type { usePendingMeetings } from '../../../client/queries.ts';

type Pending = Pick<
  ReturnType<typeof usePendingMeetings>,
  'data' | 'hasNextPage' | 'isFetching' | 'isFetchNextPageError' | 'fetchNextPage'
>;

/** The next page is asked for while so many items still lie below the screen. */
const aheadItems = 60;
/** Pages that one wish for all of them may load; more are loaded on the way. */
const maxPagesAtOnce = 50;

export interface RestOfPages {
  /** Every meeting once all pages are here, or what could be loaded. */
  readonly load: () => Promise<readonly Meeting[]>;
  /** To be called with how many items lie below the last one that is drawn. */
  readonly onDrawn: (itemsBelow: number) => void;
}

export function useRestOfPages(pending: Pending): RestOfPages {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pending;
  const [isNearEnd, setIsNearEnd] = useState(false);
  const mayAsk = isNearEnd && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (mayAsk) void fetchNextPage();
  }, [mayAsk, fetchNextPage]);

  async function load(): Promise<readonly Meeting[]> {
    let loaded: Pending = pending;
    for (let pages = 0; pages < maxPagesAtOnce && loaded.hasNextPage; pages += 1) {
      // One that is under way already is waited for.
      loaded = await fetchNextPage({ cancelRefetch: false });
      if (loaded.isFetchNextPageError) break;
    }
    return loaded.data?.meetings ?? [];
  }

  return { load, onDrawn: (itemsBelow) => setIsNearEnd(itemsBelow < aheadItems) };
}
