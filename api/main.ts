/** The function app: reads the configuration, makes the parts once, and registers the trigger list with @azure/functions. */
import { app } from '@azure/functions';
import { readConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';
import { jsonLog } from './platform/log.ts';
import { createParts, type Parts } from './parts.ts';
import { type Trigger, triggers } from './triggers.ts';

const log = jsonLog((line) => void process.stdout.write(`${line}\n`));
let made: Parts | undefined;

/** Made at the first call: the worker lists the functions before anything is known to work, and a wrong setting must not hide them. */
function parts(): Parts {
  if (made) return made;
  const config = readConfig(process.env);
  if (!config.ok) {
    for (const { name, sentence } of config.failure) log.error('setting_wrong', { name, sentence });
    throw new Error('settings are wrong');
  }
  made = createParts(config.value, { clock: systemClock, log });
  return made;
}

function register(trigger: Trigger): void {
  switch (trigger.kind) {
    case 'http':
      app.http(trigger.name, { methods: [trigger.method], authLevel: 'anonymous', route: trigger.path, handler: trigger.handler });
      return;
    case 'queue':
      app.storageQueue(trigger.name, { queueName: trigger.queueName, connection: 'AzureWebJobsStorage', handler: trigger.handler });
      return;
    case 'timer':
      app.timer(trigger.name, { schedule: trigger.schedule, handler: trigger.handler });
      return;
  }
}

triggers(parts).forEach(register);
