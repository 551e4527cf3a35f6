/** The wire for visits that are planned and in no calendar yet, and for the kinds of places where one could be. */
import * as z from 'zod/mini';
import { places } from '../domain/tag-vocabulary.ts';
import { NamedContact, NamedPerson } from './named-contact.ts';
import { route } from './route.ts';
import { Day } from './tagging.ts';

/** Contacts that one plan may name. */
const maxPlanContacts = 50;

export const Plan = z.object({
  planId: z.uuid(),
  plannedOn: Day,
  place: z.nullable(z.enum(places)),
  /** By name; empty when it names nobody. */
  contacts: z.array(NamedContact),
  by: NamedPerson,
  /** `passed`: the day is over, and nobody has said what became of it. */
  standing: z.enum(['ahead', 'passed']),
  /** Whether the caller may give it up: who planned it, the account's owner, and the owner's managers. */
  mayDrop: z.boolean(),
});
export type Plan = z.output<typeof Plan>;

/** A visit with a day, for whoever may see the account. It counts as planned until its day is over. */
export const planVisit = route({
  name: 'plan-visit',
  method: 'POST',
  path: 'accounts/{accountId}/plans',
  roles: ['seller', 'manager'],
  params: z.object({ accountId: z.uuid() }),
  request: z.object({
    /** From the tenant's today on, a year ahead at most. */
    plannedOn: Day,
    contactIds: z.array(z.uuid()).check(z.maxLength(maxPlanContacts)),
    place: z.optional(z.enum(places)),
  }),
  reply: z.object({ planId: z.uuid() }),
});

/** Nobody goes: the plan counts no more. Giving up one that is given up already changes nothing. */
export const dropPlan = route({
  name: 'drop-plan',
  method: 'DELETE',
  path: 'plans/{planId}',
  roles: ['seller', 'manager'],
  params: z.object({ planId: z.uuid() }),
  request: z.object({}),
  reply: z.object({}),
});

const ideaBase = { place: z.enum(places) };

/** A kind of place with its reason, as api/domain/off-site-idea.ts gives it. */
export const OffSiteIdea = z.discriminatedUnion('code', [
  z.object({ ...ideaBase, code: z.literal('worked_before'), times: z.int().check(z.minimum(1)), lastOn: Day }),
  z.object({
    ...ideaBase,
    code: z.enum(['office_forbidden', 'office_by_exception', 'office_welcomes', 'office_unknown', 'top_tier', 'our_own']),
  }),
  z.object({ ...ideaBase, code: z.literal('quiet_in_calls'), contact: NamedContact }),
]);
export type OffSiteIdea = z.output<typeof OffSiteIdea>;
