/** The platform's parts as the triggers need them, made once from the configuration. */
import type { Config } from './config.ts';
import { receiveNotifications } from './features/sync/receive-notifications.ts';
import type { Clock } from './platform/clock.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { callersGraph, graphClients } from './platform/graph/graph-client.ts';
import { graphUsage } from './platform/graph/graph-usage.ts';
import { graphManners } from './platform/graph/manners.ts';
import { appTokens } from './platform/identity/app-token.ts';
import { clientStates } from './platform/identity/client-states.ts';
import { tokenVerifier } from './platform/identity/verify-token.ts';
import type { Log } from './platform/log.ts';
import { openQueue } from './platform/queue/queue.ts';
import type { Background, Notifications } from './platform/trigger/handler.ts';
import type { HttpParts } from './platform/trigger/http.ts';
import type { Webhook } from './platform/trigger/webhook.ts';

export interface Parts {
  readonly http: Omit<HttpParts, 'rolesOf'>;
  readonly background: Background;
  /** Throws where Graph has no address to call. */
  readonly webhook: () => Webhook;
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Azure Database for PostgreSQL takes a token of this resource as the password. */
const databaseResource = 'https://ossrdbms-aad.database.windows.net';

export function createParts(config: Config, { clock, log }: { readonly clock: Clock; readonly log: Log }): Parts {
  const tokens = appTokens(config);
  const { url, usesManagedIdentity, maxConnections } = config.database;
  const database = openDatabase({
    url,
    maxConnections,
    password: usesManagedIdentity ? async () => (await tokens.azureToken(databaseResource)).token : undefined,
  });
  const usage = graphUsage();
  const manners = graphManners(usage);
  const openGraph = graphClients(config, tokens, manners);
  const queue = openQueue(config, tokens);
  const notifications = config.notifications && notificationsOf(config.notifications);
  const webhook = notifications && {
    take: receiveNotifications({
      enrolledTenantIds: config.enrolledTenantIds,
      clientStates: notifications.clientStates,
      queue,
      log,
      nowAt: clock.now,
    }),
    log,
  };
  return {
    database,
    http: {
      verifyToken: tokenVerifier(config, clock),
      database,
      openGraph,
      openGraphAsCaller: callersGraph(config, tokens, manners),
      queue,
      clock,
      log,
    },
    background: {
      nowAt: clock.now,
      withTenant: database.withTenant,
      tenantIds: database.tenantIds,
      graph: (tenantId) => openGraph(tenantId, 'background'),
      graphUsage: usage,
      queue,
      log,
      notifications,
    },
    webhook: () => webhook ?? noNotifications(),
    close: () => database.close(),
  };
}

/** Below the route prefix of host.json; triggers.ts mounts them. */
export const notificationPaths = { changes: 'graph/notifications', lifecycle: 'graph/lifecycle' } as const;

function notificationsOf({ origin, keys }: NonNullable<Config['notifications']>): Notifications {
  const at = (path: string): string => `${origin}/api/${path}`;
  return {
    clientStates: clientStates(keys),
    addressesOf: (sellerId) => ({
      notificationUrl: at(notificationPaths.changes),
      // What Graph says of a subscription names no mailbox: the address does.
      lifecycleNotificationUrl: `${at(notificationPaths.lifecycle)}?mailbox=${sellerId}`,
    }),
  };
}

function noNotifications(): never {
  throw new Error('NOTIFICATION_ORIGIN is not set');
}
