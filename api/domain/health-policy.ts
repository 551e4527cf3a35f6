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

/** The three lines of the score; their points sum to 100. Days stand in cadences, C. */
export const scorePolicy = {
  /** Full up to C, a straight line to nothing at 3C. */
  recency: { maxPoints: 50, zeroAtCadences: 3 },
  /** Near touchpoints in the last min(4C, 365) days, those less than C/2 apart counting once. */
  frequency: { maxPoints: 30, windowCadences: 4, maxWindowDays: 365, spacingDenominator: 2 },
  /** Key partners met near within 2C; a newly named one is expected to be met after `graceDays`. */
  reach: { maxPoints: 20, withinCadences: 2, graceDays: 30 },
} as const;

export const tiers = ['A', 'B', 'C'] as const;
export type Tier = (typeof tiers)[number];

/** Days within which an account of that tier should be met in person. An admin may set others. */
export const defaultCadenceDays: Readonly<Record<Tier, number>> = { A: 45, B: 90, C: 180 };

export const cadencePolicy = {
  minDays: 1,
  maxDays: 365,
  /** A shorter cadence takes effect this many days after it was decided. */
  noticeDays: 30,
} as const;

export const tierPolicy = {
  /** Share of the total revenue, in percent, at which tier A and tier B are complete. */
  completeAtPercent: { A: 80, B: 95 },
} as const;

export const pausePolicy = {
  /** The last day of a pause lies at most this many days ahead. */
  maxDays: 90,
} as const;
