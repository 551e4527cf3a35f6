/** Everything that is recorded about the caller as one document, in one call and one transaction: nothing changes between its parts. */
import { maxExportedRecords, MyDataExport, type myDataExport as route, recordKinds } from '../../contract/my-data.ts';
import { ok } from '../../domain/result.ts';
import type { TenantTransaction } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readPerson } from './read-person.ts';
import { countRecords, readRecords } from './read-records.ts';

export const myDataExport: Handler<typeof route> = ({ caller, transaction, nowAt }) =>
  transaction(async (tx) => {
    const tenant = await tx.selectFrom('tenant').select('display_name').executeTakeFirst();
    return ok({
      format: 'firsthand-my-data',
      version: 1,
      exportedAt: nowAt.toISOString(),
      tenant: tenant?.display_name ?? null,
      ...(await readPerson(tx, caller)),
      records: await readEveryKind(tx, caller.userId),
    });
  });

/** The newest of each kind, and how many there are. */
async function readEveryKind(tx: TenantTransaction, personId: string): Promise<MyDataExport['records']> {
  const totals = await countRecords(tx, personId);
  const lists: Record<string, unknown> = {};
  for (const kind of recordKinds) {
    const { records, next } = await readRecords(tx, { personId, kind, limit: maxExportedRecords });
    lists[kind] = { total: totals[kind], isCut: next !== null, records };
  }
  return MyDataExport.shape.records.parse(lists);
}
