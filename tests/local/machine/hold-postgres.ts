/** Program: starts PostgreSQL on the given folder, says its url, and waits to be killed. */
import { startPostgres } from '../../../api/local/machine/postgres.ts';

const { url } = await startPostgres({ dataFolder: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url })}\n`);
