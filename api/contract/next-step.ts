/** What a seller does next for an account, as code and values; api/domain/next-step.ts decides, the catalogue has the sentence. */
import * as z from 'zod/mini';
import { NamedContact } from './named-contact.ts';
import { Day } from './tagging.ts';

export const NextStep = z.discriminatedUnion('code', [
  z.object({ code: z.literal('paused'), untilOn: Day }),
  z.object({ code: z.literal('say_what_happened'), plannedOn: Day }),
  z.object({ code: z.literal('answer_meetings'), count: z.int().check(z.minimum(1)) }),
  z.object({ code: z.literal('visit_planned'), on: Day }),
  z.object({ code: z.literal('set_day'), contact: NamedContact }),
  z.object({ code: z.literal('name_key_partners') }),
  z.object({ code: z.literal('meet_key_partner'), contact: NamedContact, lastNearOn: z.nullable(Day) }),
  /** `untilOn`: the last day of its word, when nothing happens. */
  z.object({ code: z.literal('all_well'), untilOn: Day }),
  z.object({ code: z.literal('await_answer'), contact: NamedContact, askedOn: Day }),
  z.object({
    code: z.literal('ask_somebody_else'),
    contact: NamedContact,
    times: z.int().check(z.minimum(1)),
    other: z.nullable(NamedContact),
  }),
  z.object({ code: z.literal('ask_again'), contact: NamedContact, times: z.int().check(z.minimum(1)), askedOn: Day }),
  z.object({
    code: z.literal('invite'),
    /** Null while nobody of the account is named. */
    contact: z.nullable(NamedContact),
    virtualStreak: z.int().check(z.minimum(0)),
    lastNearOn: z.nullable(Day),
    /** The last day within the cadence, when it lies ahead. */
    dueOn: z.nullable(Day),
  }),
]);
export type NextStep = z.output<typeof NextStep>;
