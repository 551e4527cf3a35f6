/** What the answers of this visit did to the coverage of the seller's own A accounts. Pure. */
import type { Reply } from './call.ts';

export interface VisitProgress extends Reply<'tagging-progress'> {
  /** Coverage as it stood before the first answer of this visit, 0 to 1; null when that is not known. */
  readonly coverageBefore: number | null;
}

/** What a new reply adds to the one before. `hasAnswered`: whether anything was answered in this visit when the reply came. */
export function progressOfVisit(
  reply: Reply<'tagging-progress'>,
  last: VisitProgress | undefined,
  { hasAnswered }: { readonly hasAnswered: boolean },
): VisitProgress {
  return { ...reply, coverageBefore: hasAnswered ? (last?.coverageBefore ?? null) : reply.coverage };
}

export type CoverageNews =
  { readonly kind: 'changed'; readonly before: string; readonly after: string } | { readonly kind: 'same'; readonly after: string };

/** As people read it: a change that rounds to nothing is none. Undefined rather than invented where one of the two is not known. */
export function coverageNews(
  { coverageBefore, coverage }: Pick<VisitProgress, 'coverageBefore' | 'coverage'>,
  share: (value: number) => string,
): CoverageNews | undefined {
  if (coverageBefore === null || coverage === null) return undefined;
  const [before, after] = [share(coverageBefore), share(coverage)];
  return before === after ? { kind: 'same', after } : { kind: 'changed', before, after };
}
