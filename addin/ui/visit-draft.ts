/** The appointment that "Plan it" fills in: a usual hour for the kind of place, on a day of the device's own calendar. Pure. */
import type { Place } from '../../api/contract/vocabulary.ts';
import type { Text } from './text-format.ts';

export interface VisitIdea {
  readonly accountName: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
  readonly place: Place | undefined;
  /** Addresses. */
  readonly attendees: readonly string[];
}

export interface VisitDraft {
  readonly subject: string;
  readonly attendees: readonly string[];
  /** Instants, ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly locationText: string;
}

interface UsualTime {
  /** `HH:MM`, local. */
  readonly from: string;
  readonly minutes: number;
}

const officeHour: UsualTime = { from: '10:00', minutes: 60 };
const usualTimes: Readonly<Partial<Record<Place, UsualTime>>> = {
  meal: { from: '12:30', minutes: 90 },
  coffee: { from: '15:00', minutes: 45 },
  entertainment: { from: '19:00', minutes: 150 },
};
const millisecondsPerMinute = 60_000;

export function visitDraft({ accountName, on, place, attendees }: VisitIdea, text: Text): VisitDraft {
  const { from, minutes } = (place && usualTimes[place]) ?? officeHour;
  // Without a zone a date and time is one of the device.
  const startsAt = new Date(`${on}T${from}`);
  const values = { place: place ?? 'other', account: accountName };
  return {
    subject: text('visit.subject', values),
    attendees,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + minutes * millisecondsPerMinute).toISOString(),
    locationText: text('visit.location', values),
  };
}

const daysPerWeek = 7;

/** A week from today, moved to Monday from a weekend. Local days. */
export function usualVisitDay(todayOn: string): string {
  const day = new Date(`${todayOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysPerWeek);
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
