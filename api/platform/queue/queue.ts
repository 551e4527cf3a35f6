/** Messages to our own workers over Azure Storage queues. They carry ids only; encoding is the host's (host.json: base64). */
import { QueueServiceClient } from '@azure/storage-queue';
import type { Config } from '../../config.ts';
import type { AppTokens } from '../identity/app-token.ts';

export type QueueMessage = Readonly<Record<string, string | number | undefined>>;

export interface Queue {
  /** Puts one message, to be seen after the delay (at once unless told); `body` is JSON of ids. Resolves when the queue has stored it. */
  readonly send: (queueName: string, body: QueueMessage, options?: { readonly delaySeconds: number }) => Promise<void>;
  readonly isReady: () => Promise<boolean>;
}

const storageResource = 'https://storage.azure.com/';

export function openQueue(config: Config, tokens: AppTokens): Queue {
  const service = queueService(config, tokens);
  const existing = new Map<string, Promise<unknown>>();

  function created(queueName: string): Promise<unknown> {
    const known = existing.get(queueName);
    if (known) return known;
    const creation = service.getQueueClient(queueName).createIfNotExists();
    existing.set(queueName, creation);
    creation.catch(() => existing.delete(queueName));
    return creation;
  }

  return {
    async send(queueName, body, options) {
      await created(queueName);
      const text = Buffer.from(JSON.stringify(body)).toString('base64');
      await service.getQueueClient(queueName).sendMessage(text, options && { visibilityTimeout: options.delaySeconds });
    },
    async isReady() {
      try {
        await service.getProperties();
        return true;
      } catch {
        return false;
      }
    },
  };
}

export function queueService(config: Config, tokens: AppTokens): QueueServiceClient {
  if ('connectionString' in config.queue) return QueueServiceClient.fromConnectionString(config.queue.connectionString);
  return new QueueServiceClient(config.queue.accountUrl, {
    async getToken() {
      const { token, expiresAt } = await tokens.azureToken(storageResource);
      return { token, expiresOnTimestamp: expiresAt?.getTime() ?? 0 };
    },
  });
}
