/** Kinds of places where an account could be met next, each with its reason: from its visitor policy, what has worked, and its people. Names no venue. */
import type { CalendarDay } from './calendar-day.ts';
import type { Tier } from './health-policy.ts';
import { type Engagement, type Place, places } from './tag-vocabulary.ts';
import type { VisitorPolicy } from './visitor-policy.ts';

export const offSitePolicy = {
  /** More than this nobody reads. */
  maxIdeas: 3,
} as const;

/** Near touchpoints with the account at one kind of place. */
export interface PlaceHistory {
  readonly place: Place;
  readonly times: number;
  readonly lastOn: CalendarDay;
}

/** A key partner with the newest note about them. */
export interface PartnerNote {
  readonly contactId: string;
  readonly engagement: Engagement;
  readonly notedOn: CalendarDay;
}

export interface OffSiteFacts {
  readonly visitorPolicy: VisitorPolicy;
  /** What counts: the override, when there is one. */
  readonly tier: Tier;
  /** At most one entry per place, in any order. */
  readonly history: readonly PlaceHistory[];
  /** At most one entry per key partner, in any order. */
  readonly notes: readonly PartnerNote[];
}

export type OffSiteIdea = { readonly place: Place } & (
  | { readonly code: 'worked_before'; readonly times: number; readonly lastOn: CalendarDay }
  | { readonly code: 'office_forbidden' | 'office_by_exception' | 'office_welcomes' | 'office_unknown' | 'top_tier' | 'our_own' }
  | { readonly code: 'quiet_in_calls'; readonly contactId: string }
);

/** Best first, each kind of place once. The customer's office never stands there where it takes no visitors. */
export function offSiteIdeas(facts: OffSiteFacts): readonly OffSiteIdea[] {
  const all = [...workedBefore(facts), ...byVisitorPolicy(facts), ...byNotes(facts), ...byTier(facts), ourOwn];
  const seen = new Set<Place>(facts.visitorPolicy === 'forbidden' ? ['client_office'] : []);
  const fitting = all.filter(({ place }) => {
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
  return fitting.slice(0, offSitePolicy.maxIdeas);
}

const ourOwn: OffSiteIdea = { place: 'our_office', code: 'our_own' };

/** Most often first, then the latest. */
function workedBefore({ history }: OffSiteFacts): readonly OffSiteIdea[] {
  return history
    .toSorted((a, b) => b.times - a.times || (a.lastOn === b.lastOn ? 0 : a.lastOn < b.lastOn ? 1 : -1) || indexOf(a) - indexOf(b))
    .map(({ place, times, lastOn }) => ({ place, code: 'worked_before', times, lastOn }));
}

function indexOf({ place }: PlaceHistory): number {
  return places.indexOf(place);
}

function byVisitorPolicy({ visitorPolicy }: OffSiteFacts): readonly OffSiteIdea[] {
  switch (visitorPolicy) {
    case 'welcome':
      return [{ place: 'client_office', code: 'office_welcomes' }];
    case 'by_exception':
      return [{ place: 'meal', code: 'office_by_exception' }];
    case 'forbidden':
      return [{ place: 'meal', code: 'office_forbidden' }];
    case 'unknown':
      return [{ place: 'client_office', code: 'office_unknown' }];
  }
}

/** Somebody who says little in calls may rather have a coffee; of several the newest note. */
function byNotes({ notes }: OffSiteFacts): readonly OffSiteIdea[] {
  const [quiet] = notes
    .filter(({ engagement }) => engagement === 'camera_off' || engagement === 'disengaged')
    .sort((a, b) => (a.notedOn === b.notedOn ? (a.contactId < b.contactId ? -1 : 1) : a.notedOn < b.notedOn ? 1 : -1));
  return quiet ? [{ place: 'coffee', code: 'quiet_in_calls', contactId: quiet.contactId }] : [];
}

function byTier({ tier }: OffSiteFacts): readonly OffSiteIdea[] {
  return tier === 'A' ? [{ place: 'entertainment', code: 'top_tier' }] : [];
}
