/** One hook per read. Each gives the contract's type or a `CallFailure`; none decides what is shown. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RouteName } from '../../api/contract/routes.ts';
import type { Item } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';
import { useCall } from './api-context.tsx';
import type { Call, CallFailure, CallInput, CallResult, Reply } from './call.ts';
import { isPassing } from './failure.ts';
import { queryKeys } from './query-keys.ts';

/** How often a page asks while calendars are being read for the first time. */
const readingPollMs = 3_000;
/** How often a page looks whether a meeting has ended. */
const endedPollMs = 60_000;
/** How often a page that could not be filled tries again by itself. */
const recoveryPollMs = 10_000;

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

/** Waits until the item is known, saved and an appointment. */
export function useMeetingOfItem(item: Item | undefined): Read<'meeting-of-item'> {
  const call = useCall();
  const { itemId, startsAt } = item?.kind === 'appointment' ? item : noItem;
  return useQuery({
    queryKey: queryKeys.meetingOfItem(itemId, startsAt),
    queryFn: () => read(call, 'meeting-of-item', { params: {}, request: { itemId: itemId ?? '', startsAt: startsAt ?? '' } }),
    enabled: itemId !== undefined && startsAt !== undefined,
    refetchInterval: (query) => {
      const reply = query.state.data;
      return reply?.kind === 'meeting' && !reply.meeting.isOver ? endedPollMs : recovery(query);
    },
  });
}

/** The seller's own untagged meetings, newest first. */
export function usePendingMeetings(): Read<'pending-meetings'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.pending,
    queryFn: () => read(call, 'pending-meetings', noInput),
    refetchInterval: (query) => (query.state.data?.isCalendarRead === false ? readingPollMs : recovery(query)),
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
      return calendars && calendars.read < calendars.total ? readingPollMs : recovery(query);
    },
  });
}

/** How far each seller's calendar is read; for admins. */
export function useStatus(): Read<'status'> {
  const call = useCall();
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: () => read(call, 'status', noInput),
    refetchInterval: (query) => (query.state.data?.isComplete === false ? readingPollMs : recovery(query)),
  });
}

const noInput = { params: {}, request: {} } as const;
const noItem = { itemId: undefined, startsAt: undefined } as const;

/** A query fails by throwing, so the failure is thrown here and typed again by the query client's registration. */
async function read<N extends RouteName>(call: Call, name: N, input: CallInput<N>): Promise<Reply<N>> {
  const result: CallResult<Reply<N>> = await call(name, input);
  if (!result.ok) throw result.failure;
  return result.value;
}

/** False stops the polling. */
function recovery({ state }: { readonly state: { readonly status: string; readonly error: CallFailure | null } }): number | false {
  return state.status === 'error' && state.error && isPassing(state.error) ? recoveryPollMs : false;
}
