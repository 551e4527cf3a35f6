/** Tagging for the components: one session per meeting and page, so that nothing is lost when a row leaves the screen and comes back. */
import { focusManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Meeting, SharedItem } from '../../../api/contract/tagging.ts';
import { useOutbox } from '../../client/outbox/outbox-context.tsx';
import type { Outbox } from '../../client/outbox/outbox.ts';
import { changedByTags, queryKeys } from '../../client/query-keys.ts';
import { newsOfPage } from '../../client/tag-news.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { waitingWords } from './tag-words.ts';
import { createTaggingSession, type StoredTag, type TaggingOptions, type TaggingSession, type TaggingState } from './tagging-session.ts';

/** Fetched once the page stands: it speaks only of what waits. */
const { Part: OutboxNotice } = lazyPart(async () => (await import('./OutboxNotice.tsx')).OutboxNotice, {
  waiting: () => null,
  failed: () => null,
});

export interface Sessions {
  /** `sharedItem` counts when the session is made. */
  readonly of: (meeting: Meeting, sharedItem?: SharedItem) => TaggingSession;
  /** Whether this page has shown the meeting: what is to be decided about it stands there. */
  readonly has: (meetingId: string) => boolean;
  /** Meetings that got an answer on this page, in the order of their first one. */
  readonly answered: () => readonly Meeting[];
  readonly subscribe: (listener: () => void) => () => void;
  /** What was stored for several meetings in one request is answered on this page like any other. */
  readonly takeOver: (stored: readonly { readonly meeting: Meeting; readonly tag: StoredTag }[]) => void;
}

const SessionsContext = createContext<Sessions | undefined>(undefined);

interface TaggingProviderProps {
  readonly children: ReactNode;
}

export function TaggingProvider({ children }: TaggingProviderProps): JSX.Element {
  const outbox = useOutbox();
  const queryClient = useQueryClient();
  const timeZone = useTimeZone();
  const text = useText();
  const formats = useFormats();
  const [news] = useState(newsOfPage);
  const [sessions] = useState(() =>
    createSessions({ outbox, timeZone, about: (meeting, draft) => waitingWords(meeting, draft, { text, formats, timeZone }) }),
  );
  useEffect(() => news.listen(() => refreshAfterNews(queryClient)), [news, queryClient]);
  return (
    <SessionsContext.Provider value={sessions}>
      <OutboxNotice isShown={sessions.has} />
      {children}
    </SessionsContext.Provider>
  );
}

/** Pages on the screen ask at once, the others when they are looked at again. */
function refreshAfterNews(queryClient: QueryClient): void {
  const refetchType = focusManager.isFocused() ? 'active' : 'none';
  for (const queryKey of [...changedByTags, queryKeys.meetingsOfItems]) {
    void queryClient.invalidateQueries({ queryKey, refetchType });
  }
}

interface SessionsOptions extends Pick<TaggingOptions, 'timeZone' | 'about'> {
  readonly outbox: Outbox;
}

function createSessions({ outbox, timeZone, about }: SessionsOptions): Sessions {
  const byMeetingId = new Map<string, TaggingSession>();
  const listeners = new Set<() => void>();
  let answered: readonly Meeting[] = [];

  function noteAnswered(meeting: Meeting): void {
    if (answered.some(({ meetingId }) => meetingId === meeting.meetingId)) return;
    answered = [...answered, meeting];
    for (const listener of listeners) listener();
  }

  function create(meeting: Meeting, sharedItem: SharedItem | undefined): TaggingSession {
    return createTaggingSession({
      meeting,
      sharedItem,
      timeZone,
      outbox,
      about,
      onAnswered: () => noteAnswered(meeting),
    });
  }

  function of(meeting: Meeting, sharedItem?: SharedItem): TaggingSession {
    const session = byMeetingId.get(meeting.meetingId) ?? create(meeting, sharedItem);
    byMeetingId.set(meeting.meetingId, session);
    return session;
  }

  return {
    of,
    has: (meetingId) => byMeetingId.has(meetingId),
    takeOver: (stored) => {
      for (const { meeting, tag } of stored) {
        of(meeting).sync({ ...meeting, tag, lastTagVersion: tag.version });
        noteAnswered(meeting);
      }
    },
    answered: () => answered,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Only below a TaggingProvider. */
export function useSessions(): Sessions {
  const sessions = useContext(SessionsContext);
  if (!sessions) throw new Error('no tagging around this component');
  return sessions;
}

export interface Tagging extends TaggingSession {
  readonly meetingId: string;
  readonly now: TaggingState;
}

/** Only below a TaggingProvider. `sharedItem`: where the meeting stands in somebody else's calendar, in whose place the answers are given. */
export function useTagging(meeting: Meeting, sharedItem?: SharedItem): Tagging {
  const session = useSessions().of(meeting, sharedItem);
  const now = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => session.sync(meeting), [session, meeting]);
  return { ...session, meetingId: meeting.meetingId, now };
}

/** The meetings that got an answer on this page: they stay on the screen after they left the pending list, so that it can be changed. */
export function useAnsweredHere(): readonly Meeting[] {
  const sessions = useSessions();
  return useSyncExternalStore(sessions.subscribe, sessions.answered);
}
