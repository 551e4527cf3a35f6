/** The welcome at enrolment: which meetings of the past may answer "When did you last meet Contoso in person?" (`domain.md`, Enrolment). */
import { isNear, type Modality } from './tag-vocabulary.ts';

export const welcomePolicy = {
  /** Suggestions at least this sure are confirmed together, in one click. */
  sureConfidence: 0.9,
  /** Meetings offered per account. */
  maxCandidates: 3,
} as const;

export interface PastMeeting {
  readonly startsAt: Date;
  readonly suggestion: { readonly modality: Modality | 'unknown'; readonly confidence: number };
}

/** Those that look like a visit first, then those of which nothing is known; within both the newest first. Virtual ones are no candidates. */
export function candidatesOf<M extends PastMeeting>(meetings: readonly M[]): readonly M[] {
  const looksNear = ({ suggestion: { modality } }: M): boolean => modality !== 'unknown' && isNear(modality);
  return meetings
    .filter((meeting) => looksNear(meeting) || meeting.suggestion.modality === 'unknown')
    .sort((a, b) => Number(looksNear(b)) - Number(looksNear(a)) || b.startsAt.getTime() - a.startsAt.getTime())
    .slice(0, welcomePolicy.maxCandidates);
}

/** The modality to confirm without a further look; undefined when the suggestion is not sure enough. */
export function sureModality({ modality, confidence }: PastMeeting['suggestion']): Modality | undefined {
  return modality !== 'unknown' && confidence >= welcomePolicy.sureConfidence ? modality : undefined;
}
