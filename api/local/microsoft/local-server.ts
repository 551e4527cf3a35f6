// Serves a simulator over real HTTP on the loopback address, and closes it without leaving a connection open.
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

export interface LocalServer {
  /** For example http://127.0.0.1:51234, without a slash at the end. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/** A hono application, whatever its variables. */
interface Served {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/**
 * Listens on 127.0.0.1. `port` 0 takes any free port.
 * @throws the system's error (EADDRINUSE and so on) when the port cannot be had.
 */
export function serveLocally(options: { readonly app: Served; readonly port: number }): Promise<LocalServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: options.app.fetch, port: options.port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      server.off('error', reject);
      resolve({ baseUrl: `http://127.0.0.1:${address.port}`, close: () => closeServer(server as Server) });
    });
    server.once('error', reject);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
