/** How long `accountHealth` takes for an ordinary account, without a machine around it. */
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { accountHealth } from '../../api/domain/health.ts';
import type { AccountFacts } from '../../api/domain/timeline.ts';

const todayOn = calendarDay('2026-11-23');

/** A year and a half with 40 touchpoints, a third of them near; 5 unanswered meetings; 4 key partners. */
const ordinaryAccount: AccountFacts = {
  cadence: { days: 45 },
  touchpoints: Array.from({ length: 40 }, (_, index) => ({
    on: addDays(todayOn, -3 - 13 * index),
    isNear: index % 3 === 1,
    contactIds: [`contact-${String(index % 7)}`, `partner-${String(index % 5)}`],
  })),
  unansweredOn: [1, 8, 20, 44, 90].map((days) => addDays(todayOn, -days)),
  ownerEnrolledOn: addDays(todayOn, -100),
  hasUnansweredHistory: true,
  keyPartners: [0, 1, 2, 9].map((index) => ({ contactId: `partner-${String(index)}`, namedOn: addDays(todayOn, -20 - 50 * index) })),
};

const rounds = 400;
const callsPerRound = 100;

/** Milliseconds per call, one time per round; the first rounds, which the engine still compiles, are left out. */
export function accountHealthTimes(): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAtMs = performance.now();
    for (let call = 0; call < callsPerRound; call += 1) accountHealth(ordinaryAccount, todayOn);
    times.push((performance.now() - startedAtMs) / callsPerRound);
  }
  return times.slice(rounds / 10).sort((a, b) => a - b);
}
