// Errors in the shape of Entra's token endpoint. The codes are Entra's own; the sentences are shortened.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

export interface EntraFault {
  readonly status: 400 | 401;
  /** OAuth 2.0 error name. */
  readonly error:
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_grant'
    | 'invalid_scope'
    | 'invalid_resource'
    | 'unauthorized_client'
    | 'unsupported_grant_type';
  /** The number behind AADSTS. */
  readonly code: number;
  readonly message: string;
  /** What a person could do about it; MSAL sorts errors by it. */
  readonly suberror?: 'consent_required' | 'bad_token';
}

/** What a step of the token endpoint gives: a value, or the fault to answer with. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: EntraFault };

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (fault: EntraFault): Outcome<never> => ({ ok: false, fault });

/** Entra's JSON: error, error_description with the AADSTS code, error_codes, timestamp, trace_id, correlation_id. */
export function entraError(options: { readonly context: Context; readonly fault: EntraFault; readonly nowAt: Date }): Response {
  const { context, fault } = options;
  const timestamp = `${options.nowAt.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  const correlationId = context.req.header('client-request-id') ?? randomUUID();
  return context.json(
    {
      error: fault.error,
      ...(fault.suberror === undefined ? {} : { suberror: fault.suberror }),
      error_description: `AADSTS${fault.code}: ${fault.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [fault.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${fault.code}`,
    },
    fault.status,
  );
}
