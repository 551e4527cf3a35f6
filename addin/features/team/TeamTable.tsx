/** One row per account of the team. A table on wide and medium pages, cards on narrow ones; the roles stay those of a table. */
import { Button, makeStyles, mergeClasses, shorthands, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { type JSX, memo } from 'react';
import type { TeamAccount, TeamReply } from '../../../api/contract/team.ts';
import { accountDetails } from '../../ui/account-details.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { Details, detailsStop } from '../../ui/Details.tsx';
import type { Formats } from '../../ui/formats.ts';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { PausedUntil } from '../../ui/PausedUntil.tsx';
import { useRovingRows } from '../../ui/roving-rows.ts';
import type { Text } from '../../ui/text-format.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { columnKeys, medium, narrow } from './team-columns.ts';
import { firstIsDescending, type SortKey, type TeamView } from './team-rows.ts';

const columns = ['account', 'word', 'strip', 'lastNear', 'keyPartners', 'revenue', 'owner', 'next'] as const;
type Column = (typeof columns)[number];

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  head: { [narrow]: { display: 'none' } },
  body: { [narrow]: { display: 'block' } },
  headCell: {
    textAlign: 'start',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    verticalAlign: 'bottom',
    [medium]: { paddingInline: tokens.spacingHorizontalXS },
  },
  sort: {
    minWidth: 'auto',
    whiteSpace: 'normal',
    padding: 0,
    // Fluent's transparent border would set the heads with a button apart from those without.
    ...shorthands.borderStyle('none'),
    lineHeight: 'inherit',
    justifyContent: 'flex-start',
    textAlign: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  sorted: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  row: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', [narrow]: { outlineOffset: '2px' } },
    [narrow]: {
      display: 'grid',
      // The word may take more than half of the card, but never the name's room.
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(60%)',
      gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
      padding: `${tokens.spacingVerticalM} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'middle',
    [medium]: { paddingInline: tokens.spacingHorizontalXS },
    fontWeight: tokens.fontWeightRegular,
    [narrow]: { display: 'block', paddingBlock: 0, paddingInline: 0, borderBottomStyle: 'none', minWidth: 0 },
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  /** Words at the start of their column, beside figures at the end of theirs, need a gap. */
  afterNumber: { paddingInlineStart: tokens.spacingHorizontalXXL },
  account: { minWidth: '140px', overflowWrap: 'anywhere', [narrow]: { minWidth: 0 } },
  standing: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    [narrow]: { justifyContent: 'flex-end' },
  },
  strip: { width: '168px', minWidth: '128px', [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1', width: 'auto', minWidth: 0 } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  /** Columns that fold into another one. */
  wideOnly: { [medium]: { display: 'none' }, [narrow]: { display: 'none' } },
  folded: { display: 'none', whiteSpace: 'normal', [medium]: { display: 'block' } },
  /** What the column's head said, where there is none. */
  label: { display: 'none', [narrow]: { display: 'inline' } },
  nowrap: { whiteSpace: 'nowrap', [narrow]: { whiteSpace: 'normal' } },
  ownLine: { [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1' } },
  toEdge: { [narrow]: { textAlign: 'end' } },
  fromStart: { [narrow]: { textAlign: 'start', whiteSpace: 'normal' } },
});

interface TeamTableProps {
  readonly team: TeamReply;
  readonly rows: readonly TeamAccount[];
  readonly view: TeamView;
  readonly onChange: (view: TeamView) => void;
}

export function TeamTable({ team: { todayOn, currency }, rows, view, onChange }: TeamTableProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { stopId, ...stops } = useRovingRows(rows.map(({ accountId }) => accountId));
  return (
    <table className={styles.table} role="table" aria-label={text('team.table')}>
      <thead className={styles.head} role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeadCell key={column} column={column} view={view} onChange={onChange} />
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} role="rowgroup" {...stops}>
        {rows.map((account) => (
          <AccountRow
            key={account.accountId}
            account={account}
            isStop={account.accountId === stopId}
            todayOn={todayOn}
            currency={currency}
          />
        ))}
      </tbody>
    </table>
  );
}

const numberColumns: ReadonlySet<Column> = new Set(['keyPartners', 'revenue']);
const foldingColumns: ReadonlySet<Column> = new Set(['owner', 'next']);

interface HeadCellProps extends Pick<TeamTableProps, 'view' | 'onChange'> {
  readonly column: Column;
}

function HeadCell({ column, view, onChange }: HeadCellProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const className = mergeClasses(
    styles.headCell,
    numberColumns.has(column) && styles.number,
    column === 'owner' && styles.afterNumber,
    foldingColumns.has(column) && styles.wideOnly,
  );
  if (column === 'strip') {
    return (
      <th role="columnheader" scope="col" className={className}>
        {text(columnKeys.strip)}
      </th>
    );
  }
  const isSorted = view.sortKey === column;
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={isSorted ? (view.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <Button
        appearance="transparent"
        size="small"
        className={mergeClasses(styles.sort, isSorted && styles.sorted)}
        iconPosition="after"
        {...(isSorted ? { icon: view.isDescending ? <ArrowDown12Regular /> : <ArrowUp12Regular /> } : {})}
        onClick={() => onChange(sortedBy(view, column))}
      >
        {text(columnKeys[column])}
      </Button>
    </th>
  );
}

function sortedBy(view: TeamView, sortKey: SortKey): TeamView {
  return { ...view, sortKey, isDescending: view.sortKey === sortKey ? !view.isDescending : firstIsDescending[sortKey] };
}

interface AccountRowProps {
  readonly account: TeamAccount;
  /** Whether the Tab key reaches this row; the arrows reach the others. */
  readonly isStop: boolean;
  readonly todayOn: string;
  readonly currency: string;
}

const AccountRow = memo(function AccountRow({ account, isStop, todayOn, currency }: AccountRowProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const owner = useOwner(account.owner);
  const next = account.nextVisitOn;
  const revenue = { minor: account.revenueMinor, currency };
  const lines = accountLines(account, { todayOn, currency, text, formats });
  return (
    <Details lines={lines}>
      <tr role="row" className={styles.row} data-row={account.accountId} {...detailsStop(lines, isStop)}>
        <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.account)}>
          <AccountName accountId={account.accountId} name={account.name} isStop={isStop} />
          <span className={mergeClasses(styles.quiet, styles.folded)}>{owner}</span>
        </th>
        <td role="cell" className={mergeClasses(styles.cell, styles.toEdge)}>
          <span className={styles.standing}>
            <HealthWord word={account.word} decidingUnanswered={account.decidingUnanswered} />
            {account.pausedUntilOn && <PausedUntil untilOn={account.pausedUntilOn} />}
          </span>
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.strip)}>
          <TouchStrip strip={account.strip} todayOn={todayOn} cadenceDays={account.cadenceDays} />
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.nowrap, styles.ownLine)}>
          <span className={mergeClasses(styles.quiet, styles.label)}>{text('team.column.lastNear')}: </span>
          <LastNear on={account.lastNearOn} todayOn={todayOn} />
          {next && (
            <span className={mergeClasses(styles.quiet, styles.folded)}>
              {text('team.column.next')}: <span className={styles.nowrap}>{formats.day(next)}</span>
            </span>
          )}
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.number, styles.fromStart)}>
          <span className={mergeClasses(styles.quiet, styles.label)}>{text('team.column.keyPartners')}: </span>
          {account.keyPartners > 0 ? (
            text('team.keyPartners', { met: account.keyPartnersMet, total: account.keyPartners })
          ) : (
            <span className={styles.quiet}>{text('team.keyPartners.none')}</span>
          )}
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.number)}>
          <span className={mergeClasses(styles.quiet, styles.label)}>{text('team.column.revenue')}: </span>
          <Tooltip content={formats.fullMoney(revenue)} relationship="inaccessible">
            <span>{formats.money(revenue)}</span>
          </Tooltip>
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.afterNumber, styles.wideOnly)}>
          {owner}
        </td>
        <td role="cell" className={mergeClasses(styles.cell, styles.wideOnly)}>
          {next ? (
            <span className={styles.nowrap}>{formats.day(next)}</span>
          ) : (
            <span className={styles.quiet}>{text('team.next.none')}</span>
          )}
        </td>
      </tr>
    </Details>
  );
});

interface LineOptions {
  readonly todayOn: string;
  readonly currency: string;
  readonly text: Text;
  readonly formats: Formats;
}

/** What the tooltips of one row tell, for the keyboard. */
function accountLines(account: TeamAccount, { todayOn, currency, text, formats }: LineOptions): readonly string[] {
  const { lastNearOn, pausedUntilOn, revenueMinor } = account;
  return [
    ...accountDetails(account, todayOn, { text, formats }),
    ...(pausedUntilOn ? [text('paused.until', { day: formats.fullDay(pausedUntilOn) })] : []),
    ...(lastNearOn ? [`${text('team.column.lastNear')}: ${formats.fullDay(lastNearOn)}`] : []),
    `${text('team.column.revenue')}: ${formats.fullMoney({ minor: revenueMinor, currency })}`,
  ];
}

/** Days in words, the date in the tooltip. */
function LastNear({ on, todayOn }: { readonly on: string | null; readonly todayOn: string }): JSX.Element {
  const text = useText();
  const formats = useFormats();
  if (on === null) return <span>{text('team.never')}</span>;
  return (
    <Tooltip content={formats.fullDay(on)} relationship="inaccessible">
      <span>{formats.daysAgo({ on, todayOn })}</span>
    </Tooltip>
  );
}

function useOwner(owner: TeamAccount['owner']): string {
  const text = useText();
  if (!owner) return text('team.noOwner');
  return owner.state === 'counted' ? owner.name : text(`team.owner.${owner.state}`, { name: owner.name });
}
