/** Carries a command out once however often it is sent: its key and answer are written in the transaction of its effect. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { keyRetentionDays } from '../../contract/idempotency-key.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Database, TenantTransaction } from '../db/database.ts';
import type { Background, OpenTransaction, Refusal } from './handler.ts';

/** One attempt to send a command. A key belongs to one person: somebody else's equal one is another. */
export interface KeyedCommand {
  readonly tenantId: string;
  readonly personId: string;
  /** UUID. */
  readonly key: string;
  /** The route's name. */
  readonly route: string;
  readonly requestHash: Buffer;
  readonly nowAt: Date;
}

/** What tells two requests apart: the method, the path and the body as parsed JSON. */
export function hashOfRequest(method: string, path: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest();
}

/**
 * Calls `carryOut` with the one transaction that it may open. Twins sent at once follow each other: the later waits for the earlier and gets
 * its answer. A refusal rolls the key back with everything else, so that the same command may succeed later.
 */
export async function carryOutOnce<T>(
  database: Database,
  command: KeyedCommand,
  carryOut: (transaction: OpenTransaction) => Promise<Result<T, Refusal>>,
): Promise<Result<unknown, Refusal>> {
  let isOpened = false;
  try {
    return await carryOut((work) => {
      if (isOpened) throw new Error(`${command.route} takes a key and is not one transaction`);
      isOpened = true;
      return database.withTenant(command.tenantId, (tx) => keyed(tx, command, work));
    });
  } catch (error) {
    if (error instanceof CarriedOutBefore) return answerAgain(error, command);
    throw error;
  }
}

/** Leaves the transaction, and the handler that opened it, on the way to `carryOutOnce` and no further. */
class CarriedOutBefore extends Error {
  override readonly name = 'CarriedOutBefore';
  readonly requestHash: Buffer;
  readonly answer: unknown;

  constructor({ request_hash: requestHash, answer }: KeyRow) {
    super('the command was carried out before');
    this.requestHash = requestHash;
    this.answer = answer;
  }
}

interface KeyRow {
  readonly request_hash: Buffer;
  readonly answer: unknown;
}

async function keyed<T>(tx: TenantTransaction, command: KeyedCommand, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  await takeKey(tx, command);
  const outcome = await work(tx);
  if (!isResult(outcome)) throw new Error(`${command.route} takes a key and its transaction gives no result`);
  if (outcome.ok) await keepAnswer(tx, command, outcome.value);
  return outcome;
}

/** Two statements on purpose: the first waits for a twin under way, and only a later one sees what that wrote. */
async function takeKey(tx: TenantTransaction, { tenantId, personId, key, route, requestHash, nowAt }: KeyedCommand): Promise<void> {
  const taken = await sql`
    insert into idempotency_key (tenant_id, person_id, key, route, request_hash, answer, done_at)
    values (${tenantId}, ${personId}, ${key}, ${route}, ${requestHash}, 'null', ${nowAt})
    on conflict (tenant_id, person_id, key) do nothing`.execute(tx);
  if (taken.numAffectedRows === 1n) return;
  const { rows } = await sql<KeyRow>`
    select request_hash, answer from idempotency_key where person_id = ${personId} and key = ${key}`.execute(tx);
  const [before] = rows;
  if (!before) throw new Error('a key was purged while it was asked for');
  throw new CarriedOutBefore(before);
}

async function keepAnswer(tx: TenantTransaction, { personId, key }: KeyedCommand, answer: unknown): Promise<void> {
  await sql`
    update idempotency_key set answer = ${JSON.stringify(answer)}::jsonb where person_id = ${personId} and key = ${key}`.execute(tx);
}

function answerAgain({ requestHash, answer }: CarriedOutBefore, command: KeyedCommand): Result<unknown, Refusal> {
  return requestHash.equals(command.requestHash) ? ok(answer) : refused({ kind: 'idempotency_key_reused' });
}

function isResult(outcome: unknown): outcome is Result<unknown, unknown> {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome;
}

/** Keys purged per tenant and tick; the rest at the next one. */
const maxPurged = 10_000;

/** A timer: forgets the keys that no device will send again. */
export async function purgeKeys({ nowAt, tenantIds, withTenant }: Pick<Background, 'nowAt' | 'tenantIds' | 'withTenant'>): Promise<void> {
  for (const tenantId of await tenantIds()) {
    await withTenant(tenantId, async (tx) => {
      await sql`
        delete from idempotency_key where (person_id, key) in (
          select person_id, key from idempotency_key
          where done_at < ${nowAt()}::timestamptz - make_interval(days => ${keyRetentionDays})
          order by done_at
          limit ${maxPurged}
        )`.execute(tx);
    });
  }
}
