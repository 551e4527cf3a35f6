/** Whether a meeting still stands open on this page, and which answers leave nothing to ask. Pure. */
import type { Answer } from '../../../../api/contract/tag-form.ts';
import type { TaggingState } from '../tagging-session.ts';

/** An answer that is whole by itself: "didn't happen" alone still asks what happened instead. */
export type WholeAnswer = Extract<Answer, { readonly kind: 'modality' | 'outcome' }>;

export function isWhole(answer: Answer): answer is WholeAnswer {
  return answer.kind === 'modality' || answer.kind === 'outcome';
}

/** Whether the first question stands open; one that is asked again keeps its answer until another is given. */
export function isUnanswered({ draft, kept }: Pick<TaggingState, 'draft' | 'kept'>): boolean {
  return kept === undefined && (draft.outcome === undefined || draft.outcome === 'did_not_happen');
}
