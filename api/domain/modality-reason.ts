/** One reason of a suggestion: why we think so, with the words of the meeting that made us. */
import type { ReasonCode } from './tag-vocabulary.ts';

export interface Reason {
  readonly code: ReasonCode;
  /** The words of the meeting that triggered it, as they stand there; empty when a field did. */
  readonly words: string;
}
