/** The wire for tenant admins: setting the tenant up, bringing the accounts in, and how far the first read has come. */
import * as z from 'zod';
import { isTimeZone } from '../domain/time-zone.ts';
import { route } from './route.ts';

/** About 20,000 accounts; larger imports come as files, not in one request. */
export const maxCsvCharacters = 4_000_000;

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

export const ImportReply = z.object({ added: z.int().min(0), changed: z.int().min(0), unchanged: z.int().min(0) });

/** The accounts as CSV text; all of it or nothing. */
export const importAccounts = route({
  name: 'import-accounts',
  method: 'POST',
  path: 'accounts/import',
  roles: ['admin'],
  params: z.object({}),
  request: z.object({
    csv: z.string().min(1).max(maxCsvCharacters),
    /** Units of the tenant's currency for one unit of the other, by ISO 4217 code. */
    rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()).default({}),
  }),
  reply: ImportReply,
  maxRequestBytes: 3 * maxCsvCharacters,
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
