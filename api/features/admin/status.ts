/** How it stands with the calendars and what feeds them, for the admin: counts, instants and names of sellers, no content. */
import { sql } from 'kysely';
import * as z from 'zod';
import { mailboxStates, type status as route, type StatusReply, workerQueues } from '../../contract/admin.ts';
import { ok } from '../../domain/result.ts';
import { directoryRefusals, syncTroubles } from '../../domain/sync-trouble.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

/** Of the figure about Graph's throttling. */
const usageMs = 3_600_000;

export const status: Handler<typeof route> = ({ transaction, nowAt }) =>
  transaction(async (tx) => {
    const sellers = await readSellers(tx, nowAt);
    const { accounts } = await tx
      .selectFrom('account')
      .select(({ fn }) => fn.countAll<number>().as('accounts'))
      .executeTakeFirstOrThrow();
    const tenant = await readTenant(tx);
    const graphRequests = await readUsage(tx, nowAt);
    const setAside = await readSetAside(tx);
    return ok({
      sellers: sellers.map(({ isRead: _, ...seller }) => seller),
      accounts,
      eventsRead: sellers.reduce((sum, { eventsRead }) => sum + eventsRead, 0),
      isComplete: sellers.length > 0 && sellers.every(({ isRead, state }) => isRead || isSettled(state)),
      ...tenant,
      states: countByState(sellers),
      longestLagSeconds: longestLag(sellers),
      graphRequests,
      setAside,
      troubles: [
        ...syncTroubles({
          calendars: sellers.map(({ state, lagSeconds, subscription }) => ({
            state,
            lagSeconds: lagSeconds ?? undefined,
            subscription: subscription.state,
          })),
          isConsentRefused: tenant.consentRefusedSince !== null,
          directoryRefusal: tenant.directory.refusal ?? undefined,
          requests: graphRequests.sent,
          throttled: graphRequests.throttled,
          setAside: setAside.reduce((sum, { count }) => sum + count, 0),
        }),
      ],
    });
  });

type SellerStatus = StatusReply['sellers'][number];
type MailboxState = SellerStatus['state'];

async function readSellers(
  tx: TenantTransaction,
  nowAt: Date,
): Promise<readonly (SellerStatus & { /** Whether it ever was, to its end. */ readonly isRead: boolean })[]> {
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('mailbox as b', (join) => join.onRef('b.tenant_id', '=', 'p.tenant_id').onRef('b.seller_id', '=', 'p.person_id'))
    .where('p.is_seller', '=', true)
    .select(['p.person_id', 'p.display_name', 'b.state', 'b.events_read', 'b.customer_meetings', 'b.first_read_at', 'b.difference'])
    .select(['b.last_read_at', 'b.changes_at', 'b.subscription_ends_at', 'b.subscription_refused_at'])
    .orderBy('p.display_name')
    .orderBy('p.person_id')
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    name: row.display_name,
    state: z.enum(mailboxStates).parse(row.state),
    eventsRead: row.events_read,
    customerMeetings: row.customer_meetings,
    lagSeconds: secondsSince(latest(row.last_read_at, row.changes_at), nowAt),
    difference: row.difference,
    subscription: subscriptionOf(row.subscription_ends_at, row.subscription_refused_at, nowAt),
    isRead: row.first_read_at !== null,
  }));
}

function latest(one: Date | null, other: Date | null): Date | null {
  return one && other ? (one > other ? one : other) : (one ?? other);
}

/** At least 0: clocks of instances differ a little. */
function secondsSince(at: Date | null, nowAt: Date): number | null {
  return at && Math.max(0, Math.floor((nowAt.getTime() - at.getTime()) / 1_000));
}

function subscriptionOf(endsAt: Date | null, refusedAt: Date | null, nowAt: Date): SellerStatus['subscription'] {
  if (endsAt && endsAt > nowAt) return { state: 'told', endsAt: endsAt.toISOString() };
  return { state: refusedAt ? 'refused' : 'none', endsAt: null };
}

/** States in which a mailbox stays until somebody changes something. */
function isSettled(state: MailboxState): boolean {
  return state === 'out_of_scope' || state === 'no_mailbox' || state === 'failed';
}

function countByState(sellers: readonly SellerStatus[]): StatusReply['states'] {
  const counts: Record<MailboxState, number> = { waiting: 0, reading: 0, read: 0, out_of_scope: 0, no_mailbox: 0, failed: 0 };
  for (const { state } of sellers) counts[state] += 1;
  return counts;
}

function longestLag(sellers: readonly SellerStatus[]): number | null {
  const lags = sellers.flatMap(({ state, lagSeconds }) => (isSettled(state) || lagSeconds === null ? [] : [lagSeconds]));
  return lags.length === 0 ? null : Math.max(...lags);
}

async function readTenant(tx: TenantTransaction): Promise<Pick<StatusReply, 'consentRefusedSince' | 'directory'>> {
  const tenant = await tx
    .selectFrom('tenant')
    .select(['graph_refused_since', 'directory_read_at', 'directory_refused_since', 'directory_refusal'])
    .executeTakeFirst();
  return {
    consentRefusedSince: tenant?.graph_refused_since?.toISOString() ?? null,
    directory: {
      readAt: tenant?.directory_read_at?.toISOString() ?? null,
      refusedSince: tenant?.directory_refused_since?.toISOString() ?? null,
      refusal: z.nullable(z.enum(directoryRefusals)).parse(tenant?.directory_refusal ?? null),
    },
  };
}

async function readUsage(tx: TenantTransaction, nowAt: Date): Promise<StatusReply['graphRequests']> {
  const since = new Date(nowAt.getTime() - usageMs);
  const { rows } = await sql<{ sent: number; throttled: number }>`
    select coalesce(sum(requests), 0)::integer as sent, coalesce(sum(throttled), 0)::integer as throttled
    from graph_usage where begins_at > ${since} and begins_at <= ${nowAt}`.execute(tx);
  return rows[0] ?? { sent: 0, throttled: 0 };
}

async function readSetAside(tx: TenantTransaction): Promise<StatusReply['setAside']> {
  const { rows } = await sql<{ queue_name: string; count: number; oldest_at: Date }>`
    select queue_name, count(*)::integer as count, min(set_aside_at) as oldest_at
    from set_aside_message group by queue_name order by queue_name`.execute(tx);
  return rows.map(({ queue_name, count, oldest_at }) => ({
    queueName: z.enum(workerQueues).parse(queue_name),
    count,
    oldestAt: oldest_at.toISOString(),
  }));
}
