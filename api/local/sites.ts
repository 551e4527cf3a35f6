/** Serves the built pages: the add-in on its own origin with the production policy, the workbench beside the API. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { contentSecurityPolicy, emptyStyleHash, officeOrigin } from '../contract/content-security-policy.ts';

export interface SiteAddresses {
  readonly apiOrigin: string;
  readonly addinOrigin: string;
  readonly clientId: string;
}

/** Holds `icons/`, which Outlook's ribbon loads from the add-in's origin. */
const manifestFolder = fileURLToPath(new URL('../../manifest', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

/** `/pane.html`, `/tab.html`, `/assets/*`, and `/config.json` that a deployment writes. Office.js comes from the workbench. */
export function addinSite(folder: string, { apiOrigin, clientId }: SiteAddresses): Hono {
  const policy = contentSecurityPolicy({ apiOrigin, officeOrigin: apiOrigin, extraAncestors: [apiOrigin] });
  const app = new Hono();
  app.get('/config.json', (context) =>
    context.json({
      apiUrl: `${apiOrigin}/api`,
      clientId,
      authority: 'https://login.microsoftonline.com/organizations',
      localParentOrigin: apiOrigin,
    }),
  );
  app.get('/icons/*', (context) => sendFile(manifestFolder, context.req.path, { policy }));
  app.get('/*', (context) =>
    sendFile(folder, context.req.path, {
      policy,
      rewrite: (html) => html.replaceAll(`${officeOrigin}/lib/1/hosted/office.js`, `${apiOrigin}/office.js`),
    }),
  );
  return app;
}

/** The workbench at `/`, and `office.js`, its stand-in for Office's own, which the pane's page loads from another origin. */
export function workbenchSite(folder: string, { addinOrigin }: SiteAddresses): Hono {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyleHash}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${addinOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const app = new Hono();
  app.get('/*', (context) => sendFile(folder, context.req.path === '/' ? '/workbench.html' : context.req.path, { policy }));
  return app;
}

interface Sending {
  readonly policy: string;
  readonly rewrite?: (html: string) => string;
}

async function sendFile(folder: string, path: string, { policy, rewrite = (html) => html }: Sending): Promise<Response> {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return notFound();
  try {
    const bytes = await readFile(file);
    const type = extname(file);
    const isHtml = type === '.html';
    return new Response(isHtml ? rewrite(bytes.toString('utf8')) : new Uint8Array(bytes), {
      headers: {
        'content-type': mediaTypes[type] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isHtml && { 'content-security-policy': policy }),
      },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
