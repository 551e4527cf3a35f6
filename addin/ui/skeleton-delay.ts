/** When a waiting shape appears: what arrives soon never flickers, and one wait that passes through several shapes stays one wait. */
import { useEffect, useState } from 'react';

/** Whatever arrives sooner than this shows no shape at all. */
export const skeletonDelayMs = 300;
/** A shape that follows another one within this time goes on with its wait. */
const sameWaitMs = 100;

export interface Wait {
  readonly sinceMs: number;
  /** Undefined while its shape is on the page. */
  readonly leftMs: number | undefined;
}

/** The wait to which a shape that appears now belongs. Milliseconds of one rising clock. */
export function waitAt(nowMs: number, last: Wait | undefined): Wait {
  const goesOn = last !== undefined && (last.leftMs === undefined || nowMs - last.leftMs <= sameWaitMs);
  return { sinceMs: goesOn ? last.sinceMs : nowMs, leftMs: undefined };
}

/** How much longer the shape of a wait stays invisible, 0 to 300 ms. */
export function remainingDelayMs(nowMs: number, { sinceMs }: Wait): number {
  return Math.max(0, skeletonDelayMs - (nowMs - sinceMs));
}

/** Of the page: one after the other, a host, a person and a list may be waited for, each with a shape of its own. */
let lastWait: Wait | undefined;

/** How long, in milliseconds, the shape that is drawn first now stays invisible. */
export function useSkeletonDelay(): number {
  const [{ wait, delayMs }] = useState(() => {
    const nowMs = performance.now();
    const found = waitAt(nowMs, lastWait);
    return { wait: found, delayMs: remainingDelayMs(nowMs, found) };
  });
  useEffect(() => {
    lastWait = wait;
    return () => {
      lastWait = { ...wait, leftMs: performance.now() };
    };
  }, [wait]);
  return delayMs;
}
