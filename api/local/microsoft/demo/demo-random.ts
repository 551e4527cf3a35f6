// Repeatable randomness for the demo tenant: the same seed gives the same calendars on every machine.

export interface Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** A whole number, both bounds included. */
  readonly between: (bounds: { readonly least: number; readonly most: number }) => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A key with a probability in proportion to its weight. */
  readonly weighted: <W extends Readonly<Record<string, number>>>(weights: W) => keyof W & string;
}

/** Mulberry32: small, fast, good enough to look natural; not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = ({ least, most }: { readonly least: number; readonly most: number }): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('There is nothing to pick from.');
      return chosen;
    },
    weighted: <W extends Readonly<Record<string, number>>>(weights: W) => {
      const entries = Object.entries(weights) as readonly (readonly [keyof W & string, number])[];
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        rest -= weight;
        if (rest < 0) return key;
      }
      const last = entries.at(-1);
      if (last === undefined) throw new Error('There is nothing to pick from.');
      return last[0];
    },
  };
}
