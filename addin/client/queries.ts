/** One hook per read. Each gives the contract's type or a `CallFailure`; none decides what is shown. */
import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { RecordKind } from '../../api/contract/my-data.ts';
import type { OpenItem } from '../../api/contract/tagging.ts';
import type { RouteName } from '../../api/contract/routes.ts';
import type { Item } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';
import { useCall } from './api-context.tsx';
import type { Call, CallFailure, CallInput, CallResult, Reply } from './call.ts';
import { isPassing } from './failure.ts';
import {
  freshPageAfter,
  type PendingList,
  pendingList,
  type PendingPage,
  pendingPageAfter,
  type ReadPage,
  type ReadPages,
  withKnownMeetings,
} from './pending-pages.ts';
import { queryKeys } from './query-keys.ts';
import { progressOfVisit, type VisitProgress } from './visit-progress.ts';

/** How often a page asks while calendars are being read for the first time. */
const readingPollMs = 3_000;
/** How often a page on the screen looks whether a meeting has ended; elsewhere somebody may have answered, or a sync may have added one. */
const freshPollMs = 60_000;
/** How often a page that could not be filled tries again by itself. */
const recoveryPollMs = 10_000;
/** The welcome changes by the seller's own answers, which are taken over without asking the server again. */
const welcomeStaleAfterMs = 60_000;
/** After the last letter of a search. */
const typingPauseMs = 250;

type Read<N extends RouteName> = UseQueryResult<Reply<N>, CallFailure>;

export function useMe(): Read<'me'> {
  const call = useCall();
  return useQuery({ queryKey: queryKeys.me, queryFn: () => read(call, 'me', noInput), refetchInterval: recovery, staleTime: Infinity });
}

/** The item that is open in Outlook; read once, since the pane is loaded anew for each item. */
export function useCurrentItem(): UseQueryResult<Item, CallFailure> {
  const host = useHost();
  return useQuery({ queryKey: queryKeys.item, queryFn: host.currentItem, networkMode: 'always', staleTime: Infinity, retry: false });
}

/** Waits until it is known which item to ask about. */
export function useMeetingOfItem(item: OpenItem | undefined): Read<'meeting-of-item'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.meetingOfItem(item),
    queryFn: () => read(call, 'meeting-of-item', { params: {}, request: item ?? noItem }),
    enabled: item !== undefined,
    refetchInterval: (query) => {
      const reply = query.state.data;
      return reply?.kind === 'meeting' && !reply.meeting.isOver ? freshPollMs : recovery(query);
    },
  });
}

async function readPendingPage(call: Call, page: PendingPage, known: ReadPages | undefined): Promise<ReadPage> {
  const fresh = known && freshPageAfter(known, page, performance.now());
  if (fresh) return fresh;
  const reply = await read(call, 'pending-meetings', { params: {}, request: page });
  return withKnownMeetings({ ...reply, readAtMs: performance.now() }, known);
}

/** One function for all renders: another one each time would join and compare all pages each time. */
const pendingOf = ({ pages }: InfiniteData<ReadPage>): PendingList => pendingList(pages);

/** The seller's own untagged meetings, newest first; further pages when they are asked for. */
export function usePendingMeetings(): UseInfiniteQueryResult<PendingList, CallFailure> {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: queryKeys.pending,
    queryFn: ({ pageParam, client }) => readPendingPage(call, pageParam, client.getQueryData(queryKeys.pending)),
    initialPageParam: firstPage,
    getNextPageParam: (_last, pages) => pendingPageAfter(pages),
    select: pendingOf,
    // Pages share their meetings by themselves; comparing the whole of a long list would take longer than a tap may.
    structuralSharing: false,
    refetchInterval: (query) => (query.state.data?.pages[0]?.isCalendarRead === false ? readingPollMs : pollOf(query)),
  });
}

interface ProgressScope {
  /** IANA. */
  readonly timeZone: string;
  /** ISO 8601: 1 is Monday, 7 Sunday. */
  readonly firstWeekday: number;
  /** Whether anything was answered in this visit. */
  readonly hasAnswered: () => boolean;
}

/** How far the seller is, and since the first answer of this visit; kept for as long as the page lives, since the visit lasts as long. */
export function useTaggingProgress({ timeZone, firstWeekday, hasAnswered }: ProgressScope): UseQueryResult<VisitProgress, CallFailure> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.taggingProgress,
    queryFn: async ({ client }) => {
      const reply = await read(call, 'tagging-progress', { params: {}, request: { timeZone, firstWeekday } });
      return progressOfVisit(reply, client.getQueryData(queryKeys.taggingProgress), { hasAnswered: hasAnswered() });
    },
    gcTime: Infinity,
    refetchInterval: pollOf,
  });
}

/** The accounts of the manager's reporting line, largest revenue first. */
export function useTeam(): Read<'team'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.team,
    queryFn: () => read(call, 'team', noInput),
    refetchInterval: (query) => {
      const calendars = query.state.data?.calendars;
      return calendars && calendars.read < calendars.total ? readingPollMs : pollOf(query);
    },
  });
}

/** The accounts that the seller owns or has met, by name, with whom to choose from. */
export function useMyAccounts(): Read<'my-accounts'> {
  const call = useCall();
  return useQuery({ queryKey: queryKeys.myAccounts, queryFn: () => read(call, 'my-accounts', noInput), refetchInterval: pollOf });
}

/** The questions about the time before the enrolment. Costly for the server, so it is kept longer than other reads. */
export function useWelcome(): Read<'welcome'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.welcome,
    queryFn: () => read(call, 'welcome', noInput),
    staleTime: welcomeStaleAfterMs,
    refetchInterval: (query) => (query.state.data?.isCalendarRead === false ? readingPollMs : recovery(query)),
  });
}

/** One account's page. */
export function useAccount(accountId: string): Read<'account'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.account(accountId),
    queryFn: () => read(call, 'account', { params: { accountId }, request: {} }),
    refetchInterval: pollOf,
  });
}

/** Days, `YYYY-MM-DD`, both included; without `until` to the newest. */
export interface MeetingSpan {
  readonly since: string;
  readonly until?: string | undefined;
}

/** The meetings behind an account's figures, newest first; waits until the span is known. */
export function useAccountMeetings(accountId: string, span: MeetingSpan | undefined): Read<'account-meetings'> {
  const call = useCall();
  const { since = '', until } = span ?? {};
  return useQuery({
    queryKey: queryKeys.accountMeetings(accountId, span?.since, until),
    queryFn: () => read(call, 'account-meetings', { params: { accountId }, request: { since, until } }),
    enabled: span !== undefined,
    refetchInterval: recovery,
  });
}

/** What is recorded about the caller, counted. */
export function useMyData(): Read<'my-data'> {
  const call = useCall();
  return useQuery({ queryKey: queryKeys.myData, queryFn: () => read(call, 'my-data', noInput), refetchInterval: recovery });
}

/** The caller's own records of one kind, newest first; further pages when they are asked for. */
export function useMyRecords(kind: RecordKind): UseInfiniteQueryResult<InfiniteData<Reply<'my-records'>>, CallFailure> {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: queryKeys.myRecords(kind),
    queryFn: ({ pageParam }) => read(call, 'my-records', { params: { kind }, request: pageParam }),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }): PendingPage | undefined => (next === null ? undefined : { after: next }),
    refetchInterval: recovery,
  });
}

/** How it stands with the sellers' calendars and what feeds them; for admins. */
export function useStatus(): Read<'status'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: () => read(call, 'status', noInput),
    refetchInterval: (query) => (query.state.data?.isComplete === false ? readingPollMs : pollOf(query)),
  });
}

/** How the tenant's accounts are judged and matched; for admins. */
export function useAccountRules(): Read<'account-rules'> {
  const call = useCall();
  return useQuery({ queryKey: queryKeys.accountRules, queryFn: () => read(call, 'account-rules', noInput), refetchInterval: recovery });
}

export function useLastImport(): Read<'last-import'> {
  const call = useCall();
  return useQuery({ queryKey: queryKeys.lastImport, queryFn: () => read(call, 'last-import', noInput), refetchInterval: recovery });
}

/** Accounts with `search` in their name, id or domains; those found last stand until the next ones are there. */
export function useListedAccounts(search: string): Read<'list-accounts'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.accountsFound(search),
    queryFn: async ({ signal }) => {
      if (search !== '') await pauseOfTyping(signal);
      return read(call, 'list-accounts', { params: {}, request: { search } });
    },
    placeholderData: keepPreviousData,
    refetchInterval: recovery,
  });
}

export function useAccountContacts(accountId: string): Read<'account-contacts'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.accountContacts(accountId),
    queryFn: () => read(call, 'account-contacts', { params: { accountId }, request: {} }),
    refetchInterval: recovery,
  });
}

/** Everything that was said about a meeting; a newer version than `newest` asks anew. */
export function useTagVersions(meetingId: string, newest: number): Read<'tag-versions'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.tagVersions(meetingId, newest),
    queryFn: () => read(call, 'tag-versions', { params: { meetingId }, request: {} }),
    refetchInterval: recovery,
  });
}

/** Resolves when nobody has typed for a moment: a further letter asks something else, which aborts this question. */
function pauseOfTyping(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, typingPauseMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const noInput = { params: {}, request: {} } as const;
const firstPage: PendingPage = {};
const noItem: OpenItem = { startsAt: '', endsAt: '' };

/** A query fails by throwing, so the failure is thrown here and typed again by the query client's registration. */
async function read<N extends RouteName>(call: Call, name: N, input: CallInput<N>): Promise<Reply<N>> {
  const result: CallResult<Reply<N>> = await call(name, input);
  if (!result.ok) throw result.failure;
  return result.value;
}

interface Polled {
  readonly state: { readonly status: string; readonly error: CallFailure | null };
}

/** Of lists that others change: now and then while the page is on the screen, sooner after a failure that may pass. */
function pollOf(query: Polled): number | false {
  return query.state.status === 'error' ? recovery(query) : freshPollMs;
}

/** False stops the polling. */
function recovery({ state }: Polled): number | false {
  return state.status === 'error' && state.error && isPassing(state.error) ? recoveryPollMs : false;
}
