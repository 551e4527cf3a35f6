/** The header by which a command that is sent again is known: the same key again gets the first answer and changes nothing. */
import * as z from 'zod/mini';

export const idempotencyKeyHeader = 'Idempotency-Key';

/** Chosen anew by the client for each command, and kept for every attempt to send it. */
export const IdempotencyKey = z.uuid();

/** Days for which the server knows a key: well beyond the seven that a device may be away. */
export const keyRetentionDays = 30;
