/** The accounts that an import would add or change, the first of them in the order of the file. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PreviewReply } from '../../../../api/contract/account-import.ts';
import { FoldingTable } from '../../../ui/FoldingTable.tsx';
import { useFormats, useText } from '../../../ui/text.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

interface AddedTableProps {
  readonly accounts: PreviewReply['addedAccounts'];
  /** How many there are, listed or not. */
  readonly total: number;
}

export function AddedTable({ accounts, total }: AddedTableProps): JSX.Element {
  const text = useText();
  return (
    <>
      <FoldingTable
        label={text('import.added', { count: total })}
        columns={useAccountColumns()}
        rows={accounts.map(({ line, externalId, name }) => ({ key: externalId, cells: [name, externalId, lineText(line)] }))}
      />
      <ShownOf shown={accounts.length} total={total} />
    </>
  );
}

interface ChangedTableProps {
  readonly accounts: PreviewReply['changedAccounts'];
  readonly total: number;
}

export function ChangedTable({ accounts, total }: ChangedTableProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const columns = [...useAccountColumns(), { head: text('import.column.changes') }];
  return (
    <>
      <FoldingTable
        label={text('import.changed', { count: total })}
        columns={columns}
        rows={accounts.map(({ line, externalId, name, fields }) => ({
          key: externalId,
          cells: [name, externalId, lineText(line), formats.list(fields.map((field) => text(`accountField.${field}`)))],
        }))}
      />
      <ShownOf shown={accounts.length} total={total} />
    </>
  );
}

/** Nothing when all are listed. */
export function ShownOf({ shown, total }: { readonly shown: number; readonly total: number }): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  if (shown >= total) return undefined;
  return (
    <Text size={200} className={styles.quiet}>
      {text('import.shownOf', { shown, total })}
    </Text>
  );
}

function useAccountColumns() {
  const text = useText();
  return [
    { head: text('import.column.account') },
    { head: text('import.column.id'), isLabelled: true },
    { head: text('import.column.line'), isTight: true, isNumber: true, isLabelled: true },
  ];
}

/** A line is a name, not a quantity: no separators. */
function lineText(line: number): string {
  return String(line);
}
