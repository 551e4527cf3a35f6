/** When a waiting shape appears: after 300 ms, counted once for one wait. */
import { describe, expect, it } from 'vitest';
import { remainingDelayMs, skeletonDelayMs, waitAt } from '../../addin/ui/skeleton-delay.ts';

describe('a waiting shape', () => {
  it('stays invisible for 300 ms', () => {
    expect(skeletonDelayMs).toBe(300);
    expect(remainingDelayMs(5_000, waitAt(5_000, undefined))).toBe(300);
  });

  it('that follows another at once is visible as soon as that one would have been', () => {
    const wait = waitAt(1_200, { sinceMs: 1_000, leftMs: 1_195 });
    expect(remainingDelayMs(1_200, wait)).toBe(100);
    expect(remainingDelayMs(2_000, waitAt(2_000, { sinceMs: 1_000, leftMs: 1_990 }))).toBe(0);
  });

  it('beside another shares its wait', () => {
    expect(waitAt(1_400, { sinceMs: 1_000, leftMs: undefined }).sinceMs).toBe(1_000);
  });

  it('that comes later begins a wait of its own', () => {
    expect(remainingDelayMs(3_000, waitAt(3_000, { sinceMs: 1_000, leftMs: 1_500 }))).toBe(300);
  });
});
