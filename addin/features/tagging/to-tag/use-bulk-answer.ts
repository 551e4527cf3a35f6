/** Sends one answer for several meetings, portion after portion, and takes all of them back again. Draws nothing. */
import { useState } from 'react';
import type { Meeting } from '../../../../api/contract/tagging.ts';
import { useOutbox } from '../../../client/outbox/outbox-context.tsx';
import { portionsOf } from '../../../client/tag-portions.ts';
import { useText, useTimeZone } from '../../../ui/text.tsx';
import { useSessions } from '../use-tagging.tsx';
import { type BulkRun, claimOf, startedRun, type StoredAnswer, withTagged, withWithdrawn } from './bulk-run.ts';
import type { WholeAnswer } from './open-meeting.ts';

export interface BulkAnswer {
  /** Undefined before the first one, and once it is closed. */
  readonly run: BulkRun | undefined;
  readonly answerAll: (meetings: readonly Meeting[], answer: WholeAnswer) => Promise<void>;
  /** Takes back what was stored. */
  readonly undoAll: () => Promise<void>;
  readonly close: () => void;
}

export function useBulkAnswer(): BulkAnswer {
  const outbox = useOutbox();
  const timeZone = useTimeZone();
  const text = useText();
  const sessions = useSessions();
  const [run, setRun] = useState<BulkRun | undefined>();

  /** The run after one portion of answers. */
  async function tagPortion(now: BulkRun, portion: readonly Meeting[]): Promise<BulkRun> {
    const tags = portion.map((meeting) => claimOf(meeting, now.answer, timeZone));
    const about = text('toTag.bulk.about', { answer: answerName(now.answer), count: portion.length });
    const sent = await outbox.send('tag-meetings', { params: {}, request: { tags } }, about);
    if (sent.kind === 'kept') return { ...now, waiting: now.waiting + portion.length };
    if (sent.kind === 'refused') return { ...now, failure: sent.failure };
    const next = withTagged(now, portion, sent.value.outcomes);
    sessions.takeOver(next.stored.slice(now.stored.length));
    return next;
  }

  async function withdrawPortion(now: BulkRun, portion: readonly StoredAnswer[]): Promise<BulkRun> {
    const tags = portion.map(({ meeting: { meetingId }, tag }) => ({ meetingId, basedOnVersion: tag.version }));
    const sent = await outbox.send('withdraw-tags', { params: {}, request: { tags } }, text('toTag.bulk.undo'));
    if (sent.kind === 'kept') return { ...now, waiting: now.waiting + portion.length };
    if (sent.kind === 'refused') return { ...now, failure: sent.failure };
    const meetings = new Map(portion.map(({ meeting }) => [meeting.meetingId, meeting]));
    for (const outcome of sent.value.outcomes) {
      const meeting = meetings.get(outcome.meetingId);
      if (outcome.kind !== 'withdrawn' || !meeting) continue;
      sessions.of(meeting).sync({ ...meeting, tag: outcome.tag, lastTagVersion: outcome.lastTagVersion });
    }
    return withWithdrawn(now, sent.value.outcomes);
  }

  function answerName(answer: WholeAnswer): string {
    return text(answer.kind === 'modality' ? `modality.${answer.modality}` : `outcome.${answer.outcome}`);
  }

  return {
    run,
    answerAll: async (meetings, answer) => {
      let now = startedRun(answer, meetings.length);
      setRun(now);
      for (const portion of portionsOf(meetings)) setRun((now = await tagPortion(now, portion)));
      setRun({ ...now, phase: 'saved' });
    },
    undoAll: async () => {
      if (!run) return;
      let now: BulkRun = { ...run, phase: 'undoing', waiting: 0, failure: undefined };
      setRun(now);
      for (const portion of portionsOf(now.stored)) setRun((now = await withdrawPortion(now, portion)));
      setRun({ ...now, phase: 'undone' });
    },
    close: () => setRun(undefined),
  };
}
