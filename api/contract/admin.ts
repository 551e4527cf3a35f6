/** The wire for tenant admins: setting the tenant up, bringing the accounts in, and how far the first read has come. */
import * as z from 'zod';
import { cadencePolicy } from '../domain/health-policy.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { route } from './route.ts';

const maxPartnerDomains = 1_000;

export const SetupReply = z.object({ sellers: z.int().min(0), managers: z.int().min(0) });

/** Names the group whose direct members are the sellers, and reads them and their managers from the directory. */
export const setUpTenant = route({
  name: 'set-up-tenant',
  method: 'PUT',
  path: 'tenant',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({
    sellerGroupId: z.uuid(),
    /** IANA zone of the business date. */
    timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone'),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  reply: SetupReply,
});

const cadenceDays = z.int().min(cadencePolicy.minDays).max(cadencePolicy.maxDays);

/** How accounts are judged and matched, tenant-wide. */
export const AccountRules = z.object({
  cadenceDays: z.object({ A: cadenceDays, B: cadenceDays, C: cadenceDays }),
  /** Of companies that we work with: nobody there is a customer. */
  partnerDomains: z.array(z.string().max(253)).max(maxPartnerDomains),
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

export const StatusReply = z.object({
  sellers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      state: z.enum(mailboxStates),
      eventsRead: z.int().min(0),
      customerMeetings: z.int().min(0),
    }),
  ),
  accounts: z.int().min(0),
  eventsRead: z.int().min(0),
  isComplete: z.boolean(),
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
