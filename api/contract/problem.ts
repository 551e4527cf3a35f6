/** What a refusal looks like on the wire: problem+json (RFC 9457) with a stable code. */
import * as z from 'zod/mini';

/** Every code and its HTTP status. Codes are never renamed; the add-in turns them into sentences. */
export const problemStatus = {
  // asked wrongly
  request_invalid: 400,
  not_signed_in: 401,
  not_enrolled: 403,
  role_missing: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  request_too_large: 413,
  media_type_unsupported: 415,
  idempotency_key_reused: 422,
  // tagging
  meeting_not_found: 404,
  not_your_meeting: 403,
  meeting_not_over: 409,
  meeting_over: 409,
  meeting_cancelled: 409,
  tagged_meanwhile: 409,
  not_invited: 422,
  claim_contradicts_itself: 422,
  nothing_to_withdraw: 409,
  day_not_possible: 422,
  not_of_this_account: 422,
  // accounts
  account_not_found: 404,
  contact_not_found: 404,
  not_your_account: 403,
  pause_ends_wrongly: 422,
  ask_not_found: 404,
  ask_not_latest: 409,
  ask_day_not_possible: 422,
  plan_not_found: 404,
  not_your_plan: 403,
  plan_day_not_possible: 422,
  accounts_not_separable: 409,
  account_id_taken: 409,
  import_refused: 422,
  no_import_to_undo: 409,
  tenant_not_set_up: 409,
  // Microsoft Graph on behalf of the caller
  calendar_not_reachable: 503,
  calendar_not_in_scope: 403,
  calendar_not_shared: 403,
  calendar_owner_not_enrolled: 403,
  sharing_not_allowed: 403,
  // the server itself
  not_ready: 503,
  internal_error: 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problemStatus, code);
}

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** Of the request, for a support call; the same stands in the log. */
  requestId: z.string(),
  details: z.optional(z.record(z.string(), z.unknown())),
});
export type Problem = z.output<typeof Problem>;
