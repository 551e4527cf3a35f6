/** A table of few columns that becomes a list of blocks where there is no room for columns. Draws the rows as they come. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const narrow = '@media (max-width: 639px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  head: { [narrow]: { display: 'none' } },
  body: { [narrow]: { display: 'block' } },
  row: {
    [narrow]: {
      display: 'flex',
      flexDirection: 'column',
      gap: tokens.spacingVerticalXXS,
      paddingBlock: tokens.spacingVerticalS,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    ':last-child': { paddingInlineEnd: 0 },
    [narrow]: { display: 'block', paddingBlock: 0, paddingInline: 0, borderBottomStyle: 'none' },
  },
  headCell: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderBottomColor: tokens.colorNeutralStroke1,
    whiteSpace: 'nowrap',
  },
  tight: { width: '1%', whiteSpace: 'nowrap', [narrow]: { width: 'auto' } },
  end: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', [narrow]: { textAlign: 'start' } },
  /** What the column's head said, where there is none. */
  label: { display: 'none', color: tokens.colorNeutralForeground2, [narrow]: { display: 'inline' } },
});

export interface FoldingColumn {
  readonly head: string;
  /** As narrow as its content. */
  readonly isTight?: boolean;
  /** Figures stand at the end of their column. */
  readonly isNumber?: boolean;
  /** Whether a block repeats the head in front of the value. */
  readonly isLabelled?: boolean;
}

export interface FoldingRow {
  readonly key: string;
  /** One per column; undefined leaves the cell empty, and the block without it. The first names the row. */
  readonly cells: readonly (ReactNode | undefined)[];
}

interface FoldingTableProps {
  readonly label: string;
  readonly columns: readonly FoldingColumn[];
  readonly rows: readonly FoldingRow[];
}

// The roles stand there because a browser takes them from a table that is not drawn as one.
export function FoldingTable({ label, columns, rows }: FoldingTableProps): JSX.Element {
  const styles = useStyles();
  const cellClass = ({ isTight, isNumber }: FoldingColumn): string =>
    mergeClasses(styles.cell, isTight && styles.tight, isNumber && styles.end);
  return (
    <table className={styles.table} role="table" aria-label={label}>
      <thead className={styles.head} role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" className={mergeClasses(cellClass(column), styles.headCell)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row" className={styles.row}>
            {columns.map((column, index) => {
              const content = cells[index] !== undefined && (
                <>
                  {column.isLabelled && <span className={styles.label}>{column.head}: </span>}
                  {cells[index]}
                </>
              );
              return index === 0 ? (
                <th key={column.head} role="rowheader" scope="row" className={cellClass(column)}>
                  {content}
                </th>
              ) : (
                <td key={column.head} role="cell" className={cellClass(column)}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
