/** Program: starts the queue service, says how to reach it, and waits to be killed. */
import { startQueue } from '../../../api/local/machine/queue.ts';

const { connectionString } = await startQueue({ folder: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ connectionString })}\n`);
