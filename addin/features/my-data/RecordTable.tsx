/** The records of one kind: the newest first, further ones when they are asked for. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { RecordKind } from '../../../api/contract/my-data.ts';
import type { CallFailure } from '../../client/call.ts';
import { failureKey } from '../../client/failure.ts';
import { useMyRecords } from '../../client/queries.ts';
import { FoldingTable } from '../../ui/FoldingTable.tsx';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { type ColumnName, columnsOf, rowsOf } from './record-cells.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

const lines = [
  { widthPercent: 90, heightPx: 20 },
  { widthPercent: 70, heightPx: 20 },
] as const;

/** Of short words that should not break. */
const tightColumns: ReadonlySet<ColumnName> = new Set(['when', 'times', 'response', 'near', 'remote', 'lastNear', 'day', 'since']);

interface RecordTableProps {
  readonly kind: RecordKind;
  /** Names the table for those who do not see what stands above it. */
  readonly label: string;
  /** What stands there while there is none. */
  readonly none?: string;
}

export function RecordTable({ kind, label, none }: RecordTableProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const words = { text, formats: useFormats(), timeZone: useTimeZone() };
  const found = useMyRecords(kind);
  if (!found.data) {
    return found.error ? <Failed failure={found.error} onRetry={() => void found.refetch()} /> : <LinesSkeleton lines={lines} />;
  }
  const rows = found.data.pages.flatMap((page) => rowsOf(page.kind, page.records, words));
  if (rows.length === 0) return <Text>{none}</Text>;
  const [first, ...others] = columnsOf[kind];
  return (
    <div className={styles.list}>
      <FoldingTable
        label={label}
        columns={[
          ...(first ? [{ head: text(`myData.column.${first}`) }] : []),
          ...others.map((name) => ({ head: text(`myData.column.${name}`), isLabelled: true, isTight: tightColumns.has(name) })),
        ]}
        rows={rows.map((cells, index) => ({ key: String(index), cells }))}
      />
      {found.hasNextPage && (
        <Button size="small" disabledFocusable={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text('myData.more')}
        </Button>
      )}
      {found.isFetchNextPageError && <Failed failure={found.error} onRetry={() => void found.fetchNextPage()} />}
    </div>
  );
}

function Failed({ failure, onRetry }: { readonly failure: CallFailure; readonly onRetry: () => void }): JSX.Element {
  const text = useText();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{text(failureKey(failure))}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{text('failure.retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
