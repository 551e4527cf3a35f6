/** The days on which a meeting may be added by hand. Pure; days are local, `YYYY-MM-DD`. */
import { byHandPolicy } from '../../api/contract/vocabulary.ts';
import { dayAfter } from './formats.ts';

export interface DayRange {
  readonly firstOn: string;
  /** Included. */
  readonly lastOn: string;
}

export function byHandDays(todayOn: string): DayRange {
  return { firstOn: dayAfter({ on: todayOn, days: -byHandPolicy.maxDaysAgo }), lastOn: todayOn };
}

/** What is wrong with a day that was typed; undefined when nothing is. An empty field is `missing`. */
export function dayFault(on: string, { firstOn, lastOn }: DayRange): 'missing' | 'wrong' | undefined {
  if (on === '') return 'missing';
  return on < firstOn || on > lastOn ? 'wrong' : undefined;
}
