// The manners of Graph on the wire: errors, the Prefer header, OData options and next links. Knows no resource.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { TenantState } from './mailbox-store.ts';
import type { Delegate } from './graph-delegates.ts';
import type { SimulatorSettings } from './simulator-settings.ts';

/** What every request under /v1.0 carries once its token is verified. */
export interface GraphEnvironment {
  Bindings: { readonly isBatchItem?: boolean };
  Variables: {
    tenant: TenantState;
    /** Application roles; empty for a user's token. */
    roles: ReadonlySet<string>;
    /** Undefined while the app asks for itself. */
    delegate: Delegate | undefined;
    /** Client id of the app that asks. */
    applicationId: string;
    nowAt: Date;
    settings: SimulatorSettings;
  };
}
export type GraphContext = Context<GraphEnvironment>;

export interface GraphFault {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 429 | 503;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
  /** Where to begin anew. */
  readonly location?: string;
}

export const graphOrigin = 'https://graph.microsoft.com';

/** Stops a request with Graph's error; the one place that catches it is the simulator's error handler. */
export function refuse(fault: GraphFault): never {
  throw new Error(fault.message, { cause: fault });
}

/** The fault behind an error thrown by `refuse`; undefined for any other error. */
export function faultOf(error: unknown): GraphFault | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'status' in cause && 'code' in cause ? (cause as GraphFault) : undefined;
}

/** `{"error":{"code","message","innerError"}}`, with Retry-After in whole seconds and Location where the fault has them. */
export function graphError(options: { readonly context: Context; readonly fault: GraphFault; readonly nowAt: Date }): Response {
  const { context, fault } = options;
  const requestId = randomUUID();
  if (fault.retryAfterSeconds !== undefined) context.header('Retry-After', String(fault.retryAfterSeconds));
  if (fault.location !== undefined) context.header('Location', fault.location);
  context.header('request-id', requestId);
  return context.json(
    {
      error: {
        code: fault.code,
        message: fault.message,
        innerError: {
          date: options.nowAt.toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': context.req.header('client-request-id') ?? requestId,
        },
      },
    },
    fault.status,
  );
}

export const badRequest = (message: string): GraphFault => ({ status: 400, code: 'BadRequest', message });
export const invalidParameter = (message: string): GraphFault => ({ status: 400, code: 'ErrorInvalidParameter', message });

export interface Preferences {
  readonly idKind: 'rest' | 'immutable';
  /** IANA name or UTC. */
  readonly timeZone: string;
  readonly bodyKind: 'html' | 'text';
  readonly maxPageSize?: number;
  /** Value of the answer's Preference-Applied header; empty when nothing was asked. */
  readonly applied: string;
}

/** Reads one or several comma-separated preferences; unknown ones are ignored, as RFC 7240 asks. */
export function readPreferences(header: string | undefined): Preferences {
  const entries = (header ?? '').split(',').map((part) => part.trim());
  const valueOf = (name: string): string | undefined => {
    const found = entries.find((entry) => entry.toLowerCase().startsWith(`${name.toLowerCase()}=`));
    return found?.slice(name.length + 1).replaceAll('"', '');
  };
  const timeZone = valueOf('outlook.timezone');
  if (timeZone !== undefined) requireTimeZone(timeZone);
  const immutable = valueOf('IdType')?.toLowerCase() === 'immutableid';
  const bodyKind = valueOf('outlook.body-content-type') === 'text' ? 'text' : 'html';
  const maxPageSize = valueOf('odata.maxpagesize');
  const applied = [
    maxPageSize === undefined ? '' : `odata.maxpagesize=${maxPageSize}`,
    timeZone === undefined ? '' : `outlook.timezone="${timeZone}"`,
    immutable ? 'IdType="ImmutableId"' : '',
    bodyKind === 'text' ? 'outlook.body-content-type="text"' : '',
  ].filter((preference) => preference !== '');
  return {
    idKind: immutable ? 'immutable' : 'rest',
    timeZone: timeZone ?? 'UTC',
    bodyKind,
    ...(maxPageSize === undefined
      ? {}
      : { maxPageSize: readCount({ name: 'odata.maxpagesize', text: maxPageSize, least: 1, most: 1000 }) }),
    applied: applied.join(', '),
  };
}

/** IANA names only; Graph takes Windows names too. */
function requireTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
  } catch {
    const message = `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`;
    refuse({ status: 400, code: 'TimeZoneNotSupportedException', message });
  }
}

/** A whole number within both bounds, or 400. */
export function readCount(options: {
  readonly name: string;
  readonly text: string;
  readonly least: number;
  readonly most: number;
}): number {
  const count = /^\d{1,9}$/.test(options.text) ? Number(options.text) : Number.NaN;
  if (!(count >= options.least && count <= options.most)) {
    refuse(
      badRequest(
        `Invalid value '${options.text}' for ${options.name}: it must be a whole number from ${options.least} to ${options.most}.`,
      ),
    );
  }
  return count;
}

/** The names of `$select`, checked against the type; undefined when the option is absent. `id` is always understood. */
export function readSelect(options: {
  readonly text: string | undefined;
  readonly known: ReadonlySet<string>;
  readonly type: string;
}): readonly string[] | undefined {
  if (options.text === undefined) return undefined;
  const names = options.text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    if (name !== 'id' && !options.known.has(name)) {
      refuse(badRequest(`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${options.type}'.`));
    }
  }
  return names;
}

/** Refuses OData options that the simulator does not have, instead of ignoring them silently. */
export function refuseOtherOptions(options: {
  readonly query: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
}): void {
  const other = Object.keys(options.query).find((name) => name.startsWith('$') && !options.allowed.includes(name));
  if (other !== undefined) refuse(badRequest(`The query option '${other}' is not supported for this request.`));
}

/** The absolute address of the next page, as production writes it, with the request's own options and the changed ones. */
export function nextLink(options: {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly changed: Readonly<Record<string, string>>;
}): string {
  return `${graphOrigin}${options.path}?${new URLSearchParams({ ...options.query, ...options.changed }).toString()}`;
}
