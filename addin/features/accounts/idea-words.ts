/** The reason for a kind of place, as a sentence from the server's code and values. Pure. */
import type { OffSiteIdea } from '../../../api/contract/plans.ts';
import type { Words } from './account-sentences.ts';

export function ideaReason(idea: OffSiteIdea, todayOn: string, { text, formats }: Words): string {
  switch (idea.code) {
    case 'worked_before':
      return text('idea.worked_before', { times: idea.times, ago: formats.daysAgo({ on: idea.lastOn, todayOn }) });
    case 'quiet_in_calls':
      return text('idea.quiet_in_calls', { name: idea.contact.name });
    default:
      return text(`idea.${idea.code}`);
  }
}
