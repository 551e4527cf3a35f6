/** The newest import, and whether it can be undone. */
import { sql } from 'kysely';
import type { lastImport as route } from '../../contract/account-import.ts';
import { ok } from '../../domain/result.ts';
import type { Handler } from '../../platform/trigger/handler.ts';

export const lastImport: Handler<typeof route> = ({ transaction }) =>
  transaction(async (tx) => {
    const { rows } = await sql<ImportRow>`
      select i.import_number, i.file_name, i.imported_at, i.imported_by, p.display_name as imported_by_name, i.added, i.changed,
        i.unchanged, i.undone_at, i.is_undoable
      from account_import i
      left join person p on p.tenant_id = i.tenant_id and p.person_id = i.imported_by
      order by i.import_number desc
      limit 1`.execute(tx);
    const [row] = rows;
    if (!row) return ok({ lastImport: null });
    return ok({
      lastImport: {
        importNumber: row.import_number,
        fileName: row.file_name,
        importedAt: row.imported_at.toISOString(),
        by: { id: row.imported_by, name: row.imported_by_name ?? '' },
        added: row.added,
        changed: row.changed,
        unchanged: row.unchanged,
        undoneAt: row.undone_at?.toISOString() ?? null,
        canUndo: row.undone_at === null && row.is_undoable,
      },
    });
  });

interface ImportRow {
  readonly import_number: number;
  readonly file_name: string;
  readonly imported_at: Date;
  readonly imported_by: string;
  /** Null for an admin whom the directory read has not seen. */
  readonly imported_by_name: string | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly undone_at: Date | null;
  readonly is_undoable: boolean;
}
