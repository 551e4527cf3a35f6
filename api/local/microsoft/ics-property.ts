// One line of an iCalendar file, read by ical.js: parameters without quotes, text without escapes, values apart.
import ICAL from 'ical.js';
import * as z from 'zod';
import type { IcsLine } from './ics-lines.ts';

export interface IcsProperty {
  readonly line: number;
  /** Lower case. */
  readonly name: string;
  /** By lower-case name; the first of several values. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As in jCal (RFC 7265), without escapes. */
  readonly values: readonly unknown[];
  /** The value as it stands in the file. */
  readonly raw: string;
}

const ParameterValue = z.union([z.string(), z.array(z.string()).min(1)]);
const JcalProperty = z.tuple([z.string(), z.record(z.string(), ParameterValue), z.string()]).rest(z.unknown());

type Content = Omit<IcsProperty, 'line'>;

export type ReadProperty = (line: IcsLine) => IcsProperty | undefined;

/** Texts kept at a time: those of a year of a busy calendar. */
const maxContents = 50_000;

/**
 * Reads the lines of one file; undefined where a line is not as RFC 5545 says. Most say again what another has said, such as an attendee of a
 * series: what a text means is kept.
 */
export function propertyReader(): ReadProperty {
  const contents = new Map<string, Content | undefined>();
  return ({ line, text }) => {
    if (!contents.has(text)) {
      if (contents.size >= maxContents) contents.clear();
      contents.set(text, contentOf(text));
    }
    const content = contents.get(text);
    return content && { line, ...content };
  };
}

function contentOf(text: string): Content | undefined {
  const parsed = JcalProperty.safeParse(jcalOf(text));
  if (!parsed.success) return undefined;
  const [name, parameters, , ...values] = parsed.data;
  const first = Object.entries(parameters).map(([key, value]) => [key, typeof value === 'string' ? value : (value[0] ?? '')] as const);
  return { name, parameters: new Map(first), values, raw: rawValueOf(text) };
}

/** Behind the first colon outside of quotation marks: `TZID="(UTC+01:00) Berlin"` has one inside. */
function rawValueOf(text: string): string {
  return /^(?:"[^"]*"|[^":])*:(.*)$/s.exec(text)?.[1]?.trim() ?? '';
}

function jcalOf(text: string): unknown {
  try {
    return ICAL.parse.property(text);
  } catch {
    return undefined;
  }
}

/** The first value of the first property of this name, without blanks around it; undefined when there is none or it is empty. */
export function textOf(properties: readonly IcsProperty[], name: string): string | undefined {
  const value = properties.find((property) => property.name === name)?.values[0];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
