/** What is said when a write of the settings did not succeed: nobody repeats it, and perhaps it was done. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { problemStatus, type ProblemCode } from '../../api/contract/problem.ts';
import type { CallFailure } from '../../addin/client/call.ts';
import { commandFailureKey } from '../../addin/client/command-failure.ts';
import { createText } from '../../addin/ui/text-format.ts';

const text = createText('en', en);
/** Of calendars that Graph could not be asked for; no write of the settings asks. */
const ofReads: readonly string[] = ['calendar_not_reachable'];
const codes = Object.keys(problemStatus).filter((code): code is ProblemCode => !ofReads.includes(code));
const failures: readonly CallFailure[] = [
  { kind: 'offline' },
  { kind: 'timeout' },
  { kind: 'unavailable' },
  { kind: 'signed_out' },
  { kind: 'unexpected_reply' },
  ...codes.map((code) => ({ kind: 'problem', code, details: {}, requestId: 'r-1' }) as const),
];

describe('a write that did not succeed', () => {
  it.each(failures)('$kind $code promises no repetition', (failure) => {
    expect(text(commandFailureKey(failure))).not.toContain('by itself');
  });

  it.each(['timeout', 'unavailable'] as const)('%s: it may be done all the same', (kind) => {
    expect(text(commandFailureKey({ kind }))).toContain('look before you try again');
  });
});
