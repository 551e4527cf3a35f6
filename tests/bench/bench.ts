/**
 * `npm run bench`: how long the health of one account and a suggestion take by themselves, and a tag and the pages on the demo tenant with real parts. Medians and
 * p95, the latter in milliseconds and as ratios to `me`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { apiClient, type CallAs } from '../../api/local/api-client.ts';
import { storyManagerId, storySellerId } from '../../api/local/microsoft/demo-tenant.ts';
import { tokenOf } from '../../api/local/personas.ts';
import { runFirsthand, type RunningFirsthand } from '../support/firsthand.ts';
import { accountHealthTimes } from './account-health.ts';
import { longSuggestionTimes, usualSuggestionTimes } from './suggest-modality.ts';

const rounds = 60;
const settleMs = 500;

async function as(firsthand: RunningFirsthand, personaId: string): Promise<CallAs> {
  const token = await tokenOf(firsthand.microsoft, personaId);
  return apiClient({ apiUrl: firsthand.apiUrl, token: () => Promise.resolve(token?.accessToken ?? '') });
}

async function measure(work: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAtMs = performance.now();
    await work(round);
    times.push(performance.now() - startedAtMs);
  }
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const microseconds = (timeMs: number): string => `${(timeMs * 1_000).toFixed(1)} µs`;
const pure = { 'account-health': accountHealthTimes, 'suggest-modality': usualSuggestionTimes, 'of 500 characters': longSuggestionTimes };
for (const [name, timesOf] of Object.entries(pure)) {
  const times = timesOf();
  process.stdout.write(`${name.padEnd(18)} median ${microseconds(quantile(times, 0.5))}, p95 ${microseconds(quantile(times, 0.95))}\n`);
}

const firsthand = await runFirsthand();
try {
  const startedAtMs = performance.now();
  await firsthand.readDemoYear();
  const readMs = performance.now() - startedAtMs;
  const { eventsRead } = await firsthand.progress();
  await sleep(settleMs);
  const seller = await as(firsthand, storySellerId);
  const manager = await as(firsthand, storyManagerId);
  const { meetings } = await seller('pending-meetings', { request: { limit: 200 } });
  const results = new Map<string, readonly number[]>();
  results.set('me', await measure(() => seller('me')));
  results.set('pending-meetings', await measure(() => seller('pending-meetings')));
  results.set('team', await measure(() => manager('team')));
  results.set(
    'tag-meeting',
    await measure((round) =>
      seller('tag-meeting', {
        params: { meetingId: meetings[round]?.meetingId ?? '' },
        request: { outcome: 'held', modality: 'virtual', timeZone: 'Europe/Berlin', basedOnVersion: 0 },
      }),
    ),
  );
  const base = quantile(results.get('me') ?? [], 0.5);
  const lines = [...results].map(([name, times]) => {
    const median = quantile(times, 0.5);
    return `${name.padEnd(18)} median ${median.toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, ${(median / base).toFixed(1)} x me`;
  });
  process.stdout.write(`first read: ${eventsRead} events in ${(readMs / 1_000).toFixed(1)} s\n${lines.join('\n')}\n`);
} finally {
  await firsthand.remove();
}
