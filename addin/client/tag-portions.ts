/** Answers about many meetings: in which portions they are sent, and which sentence a refusal of one of them has. Pure. */
import { problemStatus, type ProblemCode } from '../../api/contract/problem.ts';
import { maxTags } from '../../api/contract/tagging.ts';

/** One request each, in the order given. */
export function portionsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / maxTags) }, (_portion, index) =>
    items.slice(index * maxTags, (index + 1) * maxTags),
  );
}

/** A code that this page has no sentence for becomes the general one. */
export function knownCode(code: string): ProblemCode {
  return isProblemCode(code) ? code : 'internal_error';
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemStatus, code);
}
