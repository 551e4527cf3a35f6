/** Every threshold of face-time health, with its place in `domain.md`. Nothing else decides where a line runs. */

export const healthPolicy = {
  /** `on_track` while 4n ≤ 3C. */
  onTrackNumerator: 3,
  onTrackDenominator: 4,
  /** Longer ago than this, a near touchpoint no longer makes an account merely overdue. */
  nearMemoryDays: 365,
  /** Without touchpoint or unanswered meeting for longer than this, there is no contact. */
  contactMemoryDays: 365,
  /** How long after enrolment unanswered history reads as "not enough data". */
  enrolmentGraceDays: 30,
  /** The touch strip shows this many days, today included at its right edge. */
  stripDays: 365,
  /** Marks kept per account; beyond it the oldest are left out. */
  maxStripMarks: 500,
} as const;

export const tiers = ['A', 'B', 'C'] as const;
export type Tier = (typeof tiers)[number];

/** Days within which an account of that tier should be met in person, 1 to 365. */
export const defaultCadenceDays: Readonly<Record<Tier, number>> = { A: 45, B: 90, C: 180 };

export const tierPolicy = {
  /** Share of the total revenue, in percent, at which tier A and tier B are complete. */
  completeAtPercent: { A: 80, B: 95 },
} as const;
