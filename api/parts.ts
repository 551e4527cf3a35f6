/** The platform's parts as the triggers need them, made once from the configuration. */
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { graphClients } from './platform/graph/graph-client.ts';
import { appTokens } from './platform/identity/app-token.ts';
import { tokenVerifier } from './platform/identity/verify-token.ts';
import type { Log } from './platform/log.ts';
import { openQueue } from './platform/queue/queue.ts';
import type { Background } from './platform/trigger/handler.ts';
import type { HttpParts } from './platform/trigger/http.ts';

export interface Parts {
  readonly http: Omit<HttpParts, 'rolesOf'>;
  readonly background: Background;
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
  const openGraph = graphClients(config, tokens);
  const queue = openQueue(config, tokens);
  return {
    database,
    http: { verifyToken: tokenVerifier(config, clock), database, openGraph, queue, clock, log },
    background: {
      nowAt: clock.now,
      withTenant: database.withTenant,
      tenantIds: database.tenantIds,
      graph: (tenantId) => openGraph(tenantId, 'background'),
      queue,
      log,
    },
    close: () => database.close(),
  };
}
