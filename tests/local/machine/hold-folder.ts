/** Program: tries to acquire the given data folder, says how it went, and holds it until killed. */
import { acquireDataFolder } from '../../../api/local/machine/guards.ts';

const acquired = await acquireDataFolder({ folder: process.argv[2] ?? '', dataVersion: 1 });
process.stdout.write(`${JSON.stringify(acquired)}\n`);
setInterval(() => undefined, 60_000);
