/** How long Graph asks to wait. */

/** Seconds, 0 or more, a decimal too (inside a batch); undefined without one that can be read. Graph sends no dates. */
export function retryAfterSeconds(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
