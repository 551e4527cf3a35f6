/** Which day and which meeting stand open, and the meetings of that day: the named ones, else the last day with meetings. */
import { useQuery } from '@tanstack/react-query';
import { dayWindow, firstToOpen, lastDayWithMeetings, localDay, recentWindow } from './calendar-days.ts';
import { readOutlook } from './endpoints.ts';
import type { OutlookItem } from './endpoints.ts';

interface OutlookAsked {
  readonly persona: string;
  readonly ownAddress: string;
  readonly nowAt: string;
  readonly timeZone: string;
  readonly dayOn: string | undefined;
  readonly itemId: string | undefined;
  /** Changes with the clock and with every reload that the person asks for. */
  readonly epoch: string;
}

interface OutlookDay {
  readonly dayOn: string;
  readonly todayOn: string;
  /** Undefined while they are read. */
  readonly items: readonly OutlookItem[] | 'no-calendar' | undefined;
  readonly chosen: OutlookItem | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useOutlookDay(asked: OutlookAsked): OutlookDay {
  const { persona, nowAt, timeZone } = asked;
  const todayOn = localDay(nowAt, timeZone);
  // Decided once per epoch: the open meeting must not change under the reader because another one ends.
  const recent = useQuery({
    queryKey: ['default-day', persona, todayOn, asked.epoch],
    queryFn: () => readDefaultDay(asked),
    enabled: asked.dayOn === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const dayOn = asked.dayOn ?? recent.data;
  const day = useQuery({
    queryKey: ['outlook', persona, dayOn],
    queryFn: () => readOutlook({ persona, ...dayWindow(dayOn ?? todayOn, timeZone) }),
    enabled: dayOn !== undefined,
  });
  const items = day.data;
  return {
    dayOn: dayOn ?? todayOn,
    todayOn,
    items,
    chosen: items === undefined || items === 'no-calendar' ? undefined : chosenOf(items, asked),
    error: recent.error ?? day.error,
    retry: () => {
      void (dayOn === undefined ? recent.refetch() : day.refetch());
    },
  };
}

async function readDefaultDay({ persona, nowAt, timeZone }: OutlookAsked): Promise<string> {
  const items = await readOutlook({ persona, ...recentWindow(nowAt, timeZone) });
  return lastDayWithMeetings(items === 'no-calendar' ? [] : items, { nowAt, timeZone });
}

function chosenOf(items: readonly OutlookItem[], asked: OutlookAsked): OutlookItem | undefined {
  return asked.itemId === undefined ? firstToOpen(items, asked.ownAddress) : items.find((item) => item.itemId === asked.itemId);
}
