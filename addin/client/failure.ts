/** Which sentence a failure has, and whether waiting may mend it. Knows no component. */
import type { TextKey } from '../../api/contract/text/en.ts';
import type { CallFailure } from './call.ts';

/** The key of the sentence that says what happened and what to do. */
export function failureKey(failure: CallFailure): TextKey {
  return failure.kind === 'problem' ? `problem.${failure.code}` : `failure.${failure.kind}`;
}

/** The number that finds the request in the server's log; undefined when the server was not reached. */
export function requestIdOf(failure: CallFailure): string | undefined {
  return failure.kind === 'problem' ? failure.requestId : undefined;
}

/** Whether the same request may succeed later without anybody doing anything. */
export function isPassing(failure: CallFailure): boolean {
  if (failure.kind !== 'problem') return failure.kind === 'offline' || failure.kind === 'timeout' || failure.kind === 'unavailable';
  return failure.code === 'not_ready' || failure.code === 'calendar_not_reachable' || failure.code === 'internal_error';
}

/** Whether the caller is known and has no place here: an administrator can change that, waiting cannot. */
export function isNotEnrolled(failure: CallFailure): boolean {
  return failure.kind === 'problem' && (failure.code === 'not_enrolled' || failure.code === 'role_missing');
}

/** Failures that leave nothing else to show. */
export function keepsOut(failure: CallFailure): boolean {
  return failure.kind === 'signed_out' || isNotEnrolled(failure);
}
