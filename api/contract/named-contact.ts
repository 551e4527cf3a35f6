/** A contact or one of ours as a sentence names them. */
import * as z from 'zod/mini';

export const NamedContact = z.object({ contactId: z.uuid(), name: z.string() });
export type NamedContact = z.output<typeof NamedContact>;

export const NamedPerson = z.object({ id: z.uuid(), name: z.string() });
export type NamedPerson = z.output<typeof NamedPerson>;
