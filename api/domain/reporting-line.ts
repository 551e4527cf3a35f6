/** Who sees whom: a manager sees the sellers below, directly or further down. */

/** Deepest reporting line that is followed, upwards when the directory is read and downwards when a manager looks. */
export const maxReportingLevels = 20;
