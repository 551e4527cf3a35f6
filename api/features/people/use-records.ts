/** What is recorded of a person's use of the product: who looked at their data, what they looked at, their imports and requests. */
import { sql } from 'kysely';
import { byInstant, instant, type RecordSource } from './record-source.ts';

const viewKey = byInstant('v.last_at', 'v.viewed_on', 'v.viewer_id', 'v.person_id', 'v.page', 'v.account_id');
const viewMembers = sql`'page', v.page, 'account', a.name, 'viewedOn', v.viewed_on, 'firstAt', ${instant('v.first_at')},
  'lastAt', ${instant('v.last_at')}, 'times', v.times`;

export const viewedByRecords: RecordSource = (personId) => sql`
  select ${viewKey} as sort_key, jsonb_build_object('viewer', viewer.display_name, ${viewMembers}) as record
  from person_view v
  left join person viewer on viewer.tenant_id = v.tenant_id and viewer.person_id = v.viewer_id
  left join account a on a.tenant_id = v.tenant_id and a.account_id = v.account_id
  where v.person_id = ${personId}`;

export const viewedRecords: RecordSource = (personId) => sql`
  select ${viewKey} as sort_key, jsonb_build_object('person', shown.display_name, ${viewMembers}) as record
  from person_view v
  join person shown on shown.tenant_id = v.tenant_id and shown.person_id = v.person_id
  left join account a on a.tenant_id = v.tenant_id and a.account_id = v.account_id
  where v.viewer_id = ${personId}`;

export const importRecords: RecordSource = (personId) => sql`
  select ${byInstant('i.imported_at', 'i.import_number')} as sort_key,
    jsonb_build_object(
      'importNumber', i.import_number, 'fileName', i.file_name, 'importedAt', ${instant('i.imported_at')}, 'added', i.added,
      'changed', i.changed, 'unchanged', i.unchanged, 'undoneAt', ${instant('i.undone_at')}
    ) as record
  from account_import i
  where i.imported_by = ${personId}`;

export const requestRecords: RecordSource = (personId) => sql`
  select ${byInstant('k.done_at', 'k.key')} as sort_key, jsonb_build_object('route', k.route, 'doneAt', ${instant('k.done_at')}) as record
  from idempotency_key k
  where k.person_id = ${personId}`;
