/** Around every queue function, once: the message parsed, failures logged by id. The host counts attempts and moves poison messages. */
import type { InvocationContext } from '@azure/functions';
import type * as z from 'zod';
import { describeError } from '../log.ts';
import type { Background } from './handler.ts';

export type QueueTrigger = (message: unknown, context: InvocationContext) => Promise<void>;

/** Throws on a message that is not of the schema and on whatever the work throws, so that the host tries again and then sets it aside. */
export function queueTrigger<S extends z.ZodType>(
  schema: S,
  work: (message: z.output<S>, background: Background) => Promise<void>,
  background: () => Background,
): QueueTrigger {
  return async (message, context) => {
    const parts = background();
    try {
      await work(schema.parse(message), parts);
    } catch (error) {
      parts.log.error('message_failed', { function: context.functionName, invocationId: context.invocationId, ...describeError(error) });
      throw error;
    }
  };
}
