/** The people below a manager, directly or further down, as a common table expression. */
import { type RawBuilder, sql } from 'kysely';
import { maxReportingLevels } from '../../domain/reporting-line.ts';

/** For `with`: defines `line (person_id, level)`, without the manager. */
export function reportingLine(managerId: string): RawBuilder<unknown> {
  return sql`
    recursive line (person_id, level) as (
      select person_id, 1 from person where manager_id = ${managerId} and left_at is null
      union
      select p.person_id, line.level + 1
      from line join person p on p.manager_id = line.person_id and p.left_at is null
      where line.level < ${maxReportingLevels}
    )`;
}
