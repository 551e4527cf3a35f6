/** The wire for people: who the caller is. */
import * as z from 'zod/mini';
import { roles, route } from './route.ts';

export const Me = z.object({
  /** The caller's object id in Entra ID. */
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  tenantName: z.nullable(z.string()),
  /** ISO 4217; null until an admin has set the tenant up. */
  currency: z.nullable(z.string()),
  /** IANA zone of the tenant's business date. */
  timeZone: z.nullable(z.string()),
});
export type Me = z.output<typeof Me>;

/** Answers for everybody who is signed in to a served tenant: without a role the list is empty. */
export const me = route({
  name: 'me',
  method: 'GET',
  path: 'me',
  roles: [],
  params: z.object({}),
  request: z.object({}),
  reply: Me,
});
