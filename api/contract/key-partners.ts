/** The wire for naming the people who decide, and for contacts who have left their account. */
import * as z from 'zod/mini';
import { keyPartnerRoles } from '../domain/key-partner-role.ts';
import { NamedContact } from './named-contact.ts';
import { route } from './route.ts';

const contactOfAccount = z.object({ accountId: z.uuid(), contactId: z.uuid() });

/** Somebody of the account who is no key partner, met or invited most often first. */
export const Candidate = z.extend(NamedContact, {
  mail: z.string(),
  /** Of any kind, ahead or over; 0 for somebody whom the imported file alone knows. */
  meetings: z.int().check(z.minimum(0)),
});
export type Candidate = z.output<typeof Candidate>;

/** For whoever may see the account. What a person named outweighs every import; a role that is absent is taken away. */
export const nameKeyPartner = route({
  name: 'name-key-partner',
  method: 'PUT',
  path: 'accounts/{accountId}/key-partners/{contactId}',
  roles: ['seller', 'manager'],
  params: contactOfAccount,
  request: z.object({ role: z.optional(z.enum(keyPartnerRoles)) }),
  reply: z.object({}),
});

/** No longer marked as mattering; the score expects them for a while yet. No import names them again. */
export const removeKeyPartner = route({
  name: 'remove-key-partner',
  method: 'DELETE',
  path: 'accounts/{accountId}/key-partners/{contactId}',
  roles: ['seller', 'manager'],
  params: contactOfAccount,
  request: z.object({}),
  reply: z.object({}),
});

/** Whether a contact is no longer at the account: then nobody is expected to meet them. */
export const contactLeft = route({
  name: 'contact-left',
  method: 'PUT',
  path: 'accounts/{accountId}/contacts/{contactId}/left',
  roles: ['seller', 'manager'],
  params: contactOfAccount,
  request: z.object({ hasLeft: z.boolean() }),
  reply: z.object({}),
});
