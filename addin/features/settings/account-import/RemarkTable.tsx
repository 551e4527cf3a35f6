/** What is wrong with rows, or worth saying about them: where it stands, what stands there, and a sentence. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { RowRemark } from '../../../../api/contract/account-import.ts';
import { FoldingTable } from '../../../ui/FoldingTable.tsx';
import { useText } from '../../../ui/text.tsx';
import { remarkSentence } from './import-sentences.ts';
import { ShownOf } from './ImportTables.tsx';

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

interface RemarkTableProps {
  readonly label: string;
  readonly remarks: readonly RowRemark[];
  /** How many there are, listed or not. */
  readonly total: number;
}

export function RemarkTable({ label, remarks, total }: RemarkTableProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const columns = [
    { head: text('import.column.line'), isTight: true, isNumber: true, isLabelled: true },
    { head: text('import.column.field'), isTight: true, isLabelled: true },
    { head: text('import.column.excerpt'), isLabelled: true },
    { head: text('import.column.remark') },
  ];
  return (
    <>
      <FoldingTable
        label={label}
        columns={columns}
        rows={remarks.map((remark, index) => ({
          // A row may be remarked upon several times, about one field too.
          key: `${remark.line} ${index}`,
          cells: [
            String(remark.line),
            remark.field === 'row' ? text('import.wholeRow') : <span className={styles.code}>{remark.field}</span>,
            remark.excerpt && <span className={styles.code}>{remark.excerpt}</span>,
            remarkSentence(remark, text),
          ],
        }))}
      />
      <ShownOf shown={remarks.length} total={total} />
    </>
  );
}
