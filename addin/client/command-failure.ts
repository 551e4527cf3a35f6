/** The sentence for a write that did not succeed. Unlike a read it is not tried again by itself, and it may be done although no answer came. */
import type { TextKey } from '../../api/contract/text/en.ts';
import type { CallFailure } from './call.ts';
import { failureKey } from './failure.ts';

export function commandFailureKey(failure: CallFailure): TextKey {
  switch (failure.kind) {
    case 'offline':
    case 'timeout':
    case 'unavailable':
      return `settings.command.${failure.kind}`;
    case 'problem':
      return failure.code === 'internal_error' || failure.code === 'not_ready' ? `settings.command.${failure.code}` : failureKey(failure);
    case 'signed_out':
    case 'unexpected_reply':
      return failureKey(failure);
  }
}
