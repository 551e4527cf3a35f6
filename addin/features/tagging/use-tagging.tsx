/** Tagging for the components: one session per meeting and page, so that nothing is lost when a row leaves the screen and comes back. */
import { focusManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useCall } from '../../client/api-context.tsx';
import type { Call } from '../../client/call.ts';
import { changedByTags, queryKeys } from '../../client/query-keys.ts';
import { newsOfPage, type TagNews } from '../../client/tag-news.ts';
import { useTimeZone } from '../../ui/text.tsx';
import { createTaggingSession, ownRetryAfterMs, type TaggingSession, type TaggingState, waitsToRetry } from './tagging-session.ts';

interface Sessions {
  readonly of: (meeting: Meeting) => TaggingSession;
  /** Meetings that got an answer on this page, in the order of their first one. */
  readonly answered: () => readonly Meeting[];
  readonly subscribe: (listener: () => void) => () => void;
}

const SessionsContext = createContext<Sessions | undefined>(undefined);

interface TaggingProviderProps {
  readonly children: ReactNode;
}

export function TaggingProvider({ children }: TaggingProviderProps): JSX.Element {
  const call = useCall();
  const queryClient = useQueryClient();
  const timeZone = useTimeZone();
  const [news] = useState(newsOfPage);
  const [sessions] = useState(() => createSessions({ call, queryClient, timeZone, news }));
  useEffect(() => news.listen(() => refreshAfterNews(queryClient)), [news, queryClient]);
  return <SessionsContext.Provider value={sessions}>{children}</SessionsContext.Provider>;
}

interface SessionsOptions {
  readonly call: Call;
  readonly queryClient: QueryClient;
  readonly timeZone: string;
  readonly news: TagNews;
}

/** Pages on the screen ask at once, the others when they are looked at again. */
function refreshAfterNews(queryClient: QueryClient): void {
  const refetchType = focusManager.isFocused() ? 'active' : 'none';
  for (const queryKey of [...changedByTags, queryKeys.meetingsOfItems]) {
    void queryClient.invalidateQueries({ queryKey, refetchType });
  }
}

function createSessions({ call, queryClient, timeZone, news }: SessionsOptions): Sessions {
  const byMeetingId = new Map<string, TaggingSession>();
  const listeners = new Set<() => void>();
  let answered: readonly Meeting[] = [];

  function refreshLists(): void {
    for (const queryKey of changedByTags) void queryClient.invalidateQueries({ queryKey });
  }

  function noteAnswered(meeting: Meeting): void {
    if (answered.some(({ meetingId }) => meetingId === meeting.meetingId)) return;
    answered = [...answered, meeting];
    for (const listener of listeners) listener();
  }

  function create(meeting: Meeting): TaggingSession {
    return createTaggingSession({
      meeting,
      timeZone,
      send: (request) => call('tag-meeting', { params: { meetingId: meeting.meetingId }, request }),
      onStored: () => {
        noteAnswered(meeting);
        refreshLists();
        news.announce();
      },
      onLeft: refreshLists,
    });
  }

  return {
    of: (meeting) => {
      const session = byMeetingId.get(meeting.meetingId) ?? create(meeting);
      byMeetingId.set(meeting.meetingId, session);
      return session;
    },
    answered: () => answered,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function useSessions(): Sessions {
  const sessions = useContext(SessionsContext);
  if (!sessions) throw new Error('no tagging around this component');
  return sessions;
}

export interface Tagging extends TaggingSession {
  readonly now: TaggingState;
}

/** Only below a TaggingProvider. */
export function useTagging(meeting: Meeting): Tagging {
  const session = useSessions().of(meeting);
  const now = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => session.sync(meeting), [session, meeting]);
  const isWaiting = waitsToRetry(now);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(session.retryByItself, ownRetryAfterMs);
    window.addEventListener('online', session.retryByItself);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', session.retryByItself);
    };
  }, [isWaiting, session]);
  return { ...session, now };
}

/** The meetings that got an answer on this page: they stay on the screen after they left the pending list, so that it can be changed. */
export function useAnsweredHere(): readonly Meeting[] {
  const sessions = useSessions();
  return useSyncExternalStore(sessions.subscribe, sessions.answered);
}
