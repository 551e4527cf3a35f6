// The occurrences of a series within a window. The rules are followed by rrule-temporal; here their results are united and bounded.
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { IcsEvent } from './ics-event.ts';
import { dayMs, instantOf, wallInSeries } from './ics-time.ts';

export interface Window {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

export interface Occurrences {
  /** Local times in the series' zone, ascending, each once. */
  readonly wallsMs: readonly number[];
  /** False when the series has more than are kept: those that are kept are the first in the window. */
  readonly isWhole: boolean;
}

/** Of one series: twice a day over more than a year. */
export const maxOccurrences = 1_000;
/** Of one series, those that take out included: RFC 5545 expects one. */
const maxRules = 10;
const maxIterations = 20_000;
/** Quarterings of the window until a rule that is too much for all of it is done: of 600 days three hours remain. */
const maxQuarteringsOfAWindow = 6;

/**
 * Where the master says that its series takes place; exceptions are not looked at. A start that its own rule passes
 * over is none of them, as in Exchange (RFC 5545, 3.8.5.3, leaves it open). Undefined when a rule is none.
 */
export function occurrencesOf(master: IcsEvent, window: Window): Occurrences | undefined {
  if (master.rules.length + master.excludingRules.length > maxRules) return undefined;
  try {
    const ruled = master.rules.map((rule) => follow(rule, master, window));
    const excluded = master.excludingRules.map((rule) => follow(rule, master, window));
    // What is taken out must be known in full: otherwise some of it would take place.
    if (excluded.some((part) => !part.isWhole)) return { wallsMs: [], isWhole: false };
    const isWhole = ruled.every((part) => part.isWhole);
    const excludes = exclusionOf(
      master,
      excluded.flatMap(({ wallsMs }) => wallsMs),
    );
    const starts = master.rules.length === 0 ? [master.start] : [];
    const added = [...starts, ...master.addedTimes].map((time) => wallInSeries(time, master.start));
    const all = new Set([...added.filter((wallMs) => isWithin(wallMs, window)), ...ruled.flatMap(({ wallsMs }) => wallsMs)]);
    const wallsMs = [...all].filter((wallMs) => !excludes(wallMs)).sort((a, b) => a - b);
    return { wallsMs: wallsMs.slice(0, maxOccurrences), isWhole: isWhole && wallsMs.length <= maxOccurrences };
  } catch {
    return undefined;
  }
}

/** Whether the series says that nothing takes place at this local time; a day alone takes its whole day out. */
export function exclusionOf(master: IcsEvent, byRule: readonly number[] = []): (wallMs: number) => boolean {
  const times = new Set(byRule);
  const days = new Set<number>();
  for (const time of master.excludedTimes) {
    if (time.isDay) days.add(Math.floor(time.wallMs / dayMs));
    else times.add(wallInSeries(time, master.start));
  }
  return (wallMs) => times.has(wallMs) || days.has(Math.floor(wallMs / dayMs));
}

const isWithin = (wallMs: number, { fromMs, toMs }: Window): boolean => wallMs >= fromMs && wallMs < toMs;

/** Local time is followed as if it were UTC: a weekly meeting at ten stays at ten when the clocks change. */
function follow(rule: string, master: IcsEvent, window: Window): Occurrences {
  const parts = rule
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '');
  const until = parts.find((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length);
  const untilMs = until === undefined ? undefined : untilOf(until, master);
  const series = new RRuleTemporal({
    rruleString: `RRULE:${parts.filter((part) => !part.startsWith('UNTIL=')).join(';')}`,
    dtstart: zoned(master.start.wallMs),
    ...(untilMs !== undefined && { until: zoned(untilMs) }),
    tzid: 'UTC',
    maxIterations,
    strict: false,
  });
  const fromMs = Math.max(window.fromMs, master.start.wallMs);
  let toMs = Math.max(fromMs, window.toMs - 1);
  // A narrower window spares nothing where everything before it has to be counted.
  const isCounted = fromMs > master.start.wallMs && parts.some((part) => part.startsWith('COUNT='));
  const maxQuarterings = isCounted ? 0 : maxQuarteringsOfAWindow;
  for (let quarterings = 0; quarterings <= maxQuarterings; quarterings += 1) {
    const wallsMs = between(series, { fromMs, toMs });
    if (wallsMs !== undefined)
      return { wallsMs: wallsMs.slice(0, maxOccurrences), isWhole: quarterings === 0 && wallsMs.length <= maxOccurrences };
    toMs = fromMs + Math.floor((toMs - fromMs) / 4);
  }
  return { wallsMs: [], isWhole: false };
}

/** Undefined when there is too much to do. Both ends belong to it. */
function between(series: RRuleTemporal, { fromMs, toMs }: Window): readonly number[] | undefined {
  try {
    return series.between(zoned(fromMs), zoned(toMs), true).map(({ epochMilliseconds }) => epochMilliseconds);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum')) return undefined;
    throw error;
  }
}

const zoned = (wallMs: number): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC');

/** The last local time that belongs to the series: of a day alone its end. */
function untilOf(text: string, { start }: IcsEvent): number {
  const [, day = '', time, mark] = /^(\d{8})(?:T(\d{6})(Z?))?$/.exec(text) ?? [];
  const wallMs = Temporal.PlainDateTime.from(`${day}T${time ?? '235959'}`).toZonedDateTime('UTC').epochMilliseconds;
  if (mark !== 'Z') return wallMs;
  return start.isDay ? wallMs : start.zone.wallOf(wallMs);
}

/** The local times at which an occurrence begins that overlaps a window of instants. */
export function wallWindow({ start, length }: IcsEvent, { fromMs, toMs }: Window): Window {
  const lengthMs = length.days * dayMs + length.ms;
  // What ends with the beginning of the window is not in it.
  const earliestMs = lengthMs > 0 ? fromMs - lengthMs + 1 : fromMs;
  return { fromMs: start.zone.wallOf(earliestMs), toMs: start.zone.wallOf(toMs) };
}

export function startInstant(master: IcsEvent, wallMs: number): number {
  return instantOf({ ...master.start, wallMs });
}
