/** Whom the reach expects to be met, at, below and above each of its days. */
import { describe, expect, it } from 'vitest';
import { type KeyPartnerStanding, type KeyPartnerTimeline, standingOn, standingTurns } from '../../api/domain/key-partner.ts';

const today = 1_000;
const cadenceDays = 45;

interface PartnerInDays {
  readonly named: number;
  readonly removed?: number;
  readonly met?: number;
  readonly hasLeft?: boolean;
  readonly cadence?: number;
}

function partnerOf({ named, removed, met, hasLeft = false }: PartnerInDays): KeyPartnerTimeline {
  return {
    contactId: 'dana',
    named: today - named,
    removed: removed === undefined ? undefined : today - removed,
    hasLeft,
    lastMet: met === undefined ? undefined : today - met,
  };
}

describe('a key partner is', () => {
  it.each<[KeyPartnerStanding, string, PartnerInDays]>([
    ['outside', 'named today', { named: 0 }],
    ['outside', 'named 29 days ago', { named: 29 }],
    ['not_met', 'named 30 days ago', { named: 30 }],
    ['not_met', 'named long ago', { named: 500 }],
    ['met', 'named today and met on the last day of two cadences', { named: 0, met: 90 }],
    ['outside', 'named today and met longer ago', { named: 0, met: 91 }],
    ['outside', 'named 20 days ago, met since, but longer ago than two short cadences', { named: 20, met: 11, cadence: 5 }],
    ['met', 'named 20 days ago, met within two short cadences', { named: 20, met: 10, cadence: 5 }],
    ['met', 'met on the last day of two cadences', { named: 500, met: 90 }],
    ['not_met', 'met one day longer ago', { named: 500, met: 91 }],
    ['met', "met on a day of the seller's ahead of the tenant", { named: 0, met: -1 }],
    ['not_met', 'removed today', { named: 500, removed: 0 }],
    ['met', 'removed, and met before', { named: 500, removed: 10, met: 20 }],
    ['met', 'removed, and met since', { named: 500, removed: 10, met: 5 }],
    ['not_met', 'removed two cadences ago', { named: 500, removed: 90 }],
    ['outside', 'removed one day longer ago', { named: 500, removed: 91 }],
    ['outside', 'removed one day longer ago, though met', { named: 500, removed: 91, met: 0 }],
    ['outside', 'removed because gone', { named: 500, removed: 0, hasLeft: true }],
    ['outside', 'removed because gone, though met', { named: 500, removed: 0, met: 1, hasLeft: true }],
    ['not_met', 'gone, but still named', { named: 500, hasLeft: true }],
    ['outside', 'removed 29 days after the naming', { named: 89, removed: 60 }],
    ['not_met', 'removed 30 days after the naming', { named: 90, removed: 60 }],
    ['met', 'removed 29 days after the naming, but met', { named: 89, removed: 60, met: 60 }],
  ])('%s: %s', (standing, _, partner) => {
    expect(standingOn(partnerOf(partner), today, partner.cadence ?? cadenceDays)).toBe(standing);
  });

  it('expected from the day on which the 30 days are over, until the day after two cadences since the removal and the meeting', () => {
    expect(standingTurns(partnerOf({ named: 10 }), cadenceDays)).toEqual([today + 20]);
    expect(standingTurns(partnerOf({ named: 10, removed: 5, met: 3 }), cadenceDays)).toEqual([today + 20, today + 86, today + 88]);
  });
});
