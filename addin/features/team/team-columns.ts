/** The columns of the team's table: their names, and the widths at which they fold. */
import type { TextKey } from '../../../api/contract/text/en.ts';
import type { SortKey } from './team-rows.ts';

export const columnKeys = {
  account: 'team.column.account',
  word: 'team.column.word',
  strip: 'team.column.strip',
  lastNear: 'team.column.lastNear',
  keyPartners: 'team.column.keyPartners',
  revenue: 'team.column.revenue',
  owner: 'team.column.owner',
  next: 'team.column.next',
} as const satisfies Readonly<Record<SortKey | 'strip', TextKey>>;

/** Owner and next visit stand below another column's text. */
export const medium = '@media (max-width: 1099px)';
/** Rows stand as cards, without column heads. */
export const narrow = '@media (max-width: 759px)';
