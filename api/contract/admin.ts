/** The wire for tenant admins: setting the tenant up, how accounts are judged, and how it stands with the calendars and what feeds them. */
import * as z from 'zod/mini';
import { cadencePolicy } from '../domain/health-policy.ts';
import { directoryRefusals, syncTroubleKinds } from '../domain/sync-trouble.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { route } from './route.ts';
import { Instant } from './tagging.ts';

const maxPartnerDomains = 1_000;

export const SetupReply = z.object({ sellers: z.int().check(z.minimum(0)), managers: z.int().check(z.minimum(0)) });

/** Names the group or the administrative unit whose direct members are the sellers, and reads them and their managers from the directory. */
export const setUpTenant = route({
  name: 'set-up-tenant',
  method: 'PUT',
  path: 'tenant',
  roles: ['admin'],
  params: z.object({}),
  request: z
    .object({
      /** One of the two. */
      sellerGroupId: z.optional(z.uuid()),
      administrativeUnitId: z.optional(z.uuid()),
      /** IANA zone of the business date. */
      timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone, 'not a time zone')),
      /** ISO 4217. */
      currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    })
    .check(
      z.refine(
        ({ sellerGroupId, administrativeUnitId }) => (sellerGroupId === undefined) !== (administrativeUnitId === undefined),
        'name either a group or an administrative unit',
      ),
    ),
  reply: SetupReply,
});

const cadenceDays = z.int().check(z.minimum(cadencePolicy.minDays), z.maximum(cadencePolicy.maxDays));

/** How accounts are judged and matched, tenant-wide. */
export const AccountRules = z.object({
  cadenceDays: z.object({ A: cadenceDays, B: cadenceDays, C: cadenceDays }),
  /** Of companies that we work with: nobody there is a customer. */
  partnerDomains: z.array(z.string().check(z.maxLength(253))).check(z.maxLength(maxPartnerDomains)),
});
export type AccountRules = z.output<typeof AccountRules>;

export const accountRules = route({
  name: 'account-rules',
  method: 'GET',
  path: 'tenant/account-rules',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({}),
  reply: AccountRules,
});

/** A shorter cadence takes effect 30 days later. Calendars are read again when partner domains change. */
export const setAccountRules = route({
  name: 'set-account-rules',
  method: 'PUT',
  path: 'tenant/account-rules',
  roles: ['admin'],
  params: z.object({}),
  request: AccountRules,
  reply: AccountRules,
});

export const mailboxStates = ['waiting', 'reading', 'read', 'out_of_scope', 'no_mailbox', 'failed'] as const;

/** `told`: Graph tells of changes. `refused`: it does not, and the clock asks instead. `none`: not yet, or nobody asked for it. */
export const subscriptionStates = ['told', 'refused', 'none'] as const;

/** What is done in the background, by the name of its queue. */
export const workerQueues = ['read-mailbox', 'keep-subscription', 'read-directory'] as const;
export type WorkerQueue = (typeof workerQueues)[number];

const Count = z.int().check(z.minimum(0));

export const StatusReply = z.object({
  sellers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      state: z.enum(mailboxStates),
      eventsRead: Count,
      customerMeetings: Count,
      /** Since the calendar was last read to its end, wholly or its changes; null when it never was. */
      lagSeconds: z.nullable(Count),
      /** Meetings that the last read of the whole calendar found other than stored; null before the second one. */
      difference: z.nullable(Count),
      subscription: z.object({ state: z.enum(subscriptionStates), endsAt: z.nullable(Instant) }),
    }),
  ),
  accounts: Count,
  eventsRead: Count,
  isComplete: z.boolean(),
  /** Since when Graph refuses the app altogether; null while it does not. */
  consentRefusedSince: z.nullable(Instant),
  directory: z.object({
    /** When members and reporting lines were last read to the end. */
    readAt: z.nullable(Instant),
    refusedSince: z.nullable(Instant),
    refusal: z.nullable(z.enum(directoryRefusals)),
  }),
  /** Calendars by their state; those of no calendar are 0. */
  states: z.record(z.enum(mailboxStates), Count),
  /** The largest of all calendars that can be read; null without one. */
  longestLagSeconds: z.nullable(Count),
  /** What all instances asked of Graph in the last hour, and how many of these requests it throttled. */
  graphRequests: z.object({ sent: Count, throttled: Count }),
  /** Messages to our workers that failed as often as they are tried; only queues that have some. */
  setAside: z.array(z.object({ queueName: z.enum(workerQueues), count: z.int().check(z.minimum(1)), oldestAt: Instant })),
  /** Worst first; empty when all is well. */
  troubles: z.array(z.object({ kind: z.enum(syncTroubleKinds), count: z.int().check(z.minimum(1)) })),
});
export type StatusReply = z.output<typeof StatusReply>;

export const status = route({
  name: 'status',
  method: 'GET',
  path: 'status',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({}),
  reply: StatusReply,
});

/** Messages in one go: so many are sent well within the time of one request. */
export const maxRedriven = 500;

/** Has the messages of one queue that were set aside done again, oldest first. */
export const redriveMessages = route({
  name: 'redrive-messages',
  method: 'POST',
  path: 'messages/redrive',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({ queueName: z.enum(workerQueues) }),
  reply: z.object({ redriven: Count, left: Count }),
});
