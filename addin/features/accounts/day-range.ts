/** The days that the forms of this page allow, as the server does. Pure; days are local, `YYYY-MM-DD`. */
import { askPolicy, visitPlanPolicy } from '../../../api/contract/vocabulary.ts';
import type { DayRange } from '../../ui/by-hand-days.ts';
import { dayAfter } from '../../ui/formats.ts';

export function planDays(todayOn: string): DayRange {
  return { firstOn: todayOn, lastOn: dayAfter({ on: todayOn, days: visitPlanPolicy.maxDaysAhead }) };
}

export function askDays(todayOn: string): DayRange {
  return { firstOn: dayAfter({ on: todayOn, days: -askPolicy.maxDaysAgo }), lastOn: todayOn };
}
