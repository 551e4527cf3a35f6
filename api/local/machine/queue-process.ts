/**
 * The queue's own process: azurite's queue service, ended when the process that forked it is gone, even by kill -9 (azurite alone
 * would live on). Started by queue.ts only; its arguments are azurite's.
 */
import { createRequire } from 'node:module';

// The channel to the parent closes with the parent, however it ends, on every system.
process.once('disconnect', () => {
  process.exit(0);
});
createRequire(import.meta.url)('azurite/dist/src/queue/main.js');
