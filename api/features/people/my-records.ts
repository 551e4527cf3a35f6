/** The caller's records of one kind, page by page. */
import { MyRecordsReply, type myRecords as route } from '../../contract/my-data.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';
import { readRecords } from './read-records.ts';

export const myRecords: Handler<typeof route> = ({ caller, params: { kind }, request, transaction }) =>
  transaction(async (tx) => {
    const page = await readRecords(tx, { personId: caller.userId, kind, ...request });
    return ok(MyRecordsReply.parse({ kind, ...page }));
  });
