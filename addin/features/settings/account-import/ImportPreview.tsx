/** What the import would do, row by row, and what stands in its way. It is possible only when nothing does. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { PreviewReply } from '../../../../api/contract/account-import.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useFormats, useText } from '../../../ui/text.tsx';
import { SectionHeading } from '../SectionParts.tsx';
import { AddedTable, ChangedTable } from './ImportTables.tsx';
import { ImportRates } from './ImportRates.tsx';
import { PreviewCounts } from './PreviewCounts.tsx';
import { areSameRates, ratesOf } from './rate-draft.ts';
import { RemarkTable } from './RemarkTable.tsx';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ImportPreviewProps {
  /** The tenant's. */
  readonly currency: string;
  readonly fileName: string;
  readonly preview: PreviewReply;
  /** With which the preview was made. */
  readonly checkedRates: Readonly<Record<string, number>>;
  readonly isBusy: boolean;
  readonly onCheckAgain: (rates: Readonly<Record<string, number>>) => void;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

export function ImportPreview(props: ImportPreviewProps): JSX.Element {
  const { currency, fileName, preview, checkedRates, isBusy, onCheckAgain } = props;
  const styles = useStyles();
  const text = useText();
  const { locale } = useFormats();
  const [rateDrafts, setRateDrafts] = useState<Readonly<Record<string, string>>>({});
  const currencies = [...new Set([...Object.keys(checkedRates), ...preview.currenciesWithoutRate])].sort();
  const rates = ratesOf(rateDrafts, locale);
  // Rows that only wait for a rate are no fault of the file.
  const faults = preview.faults.filter(({ code }) => code !== 'no_rate');
  const toCorrect = preview.refused - (preview.faults.length - faults.length);
  return (
    <div className={styles.preview}>
      <div className={styles.block}>
        <SectionHeading>{text('import.preview.title', { fileName })}</SectionHeading>
        <PreviewCounts preview={preview} />
      </div>
      {currencies.length > 0 && (
        <ImportRates
          currency={currency}
          currencies={currencies}
          drafts={rateDrafts}
          isBusy={isBusy}
          onChange={setRateDrafts}
          onCheck={() => onCheckAgain(rates)}
        />
      )}
      {faults.length > 0 && (
        <div className={styles.block}>
          <SectionHeading>{text('import.faults')}</SectionHeading>
          <Text>{text('import.faults.sentence')}</Text>
          <RemarkTable label={text('import.faults')} remarks={faults} total={toCorrect} />
        </div>
      )}
      <PreviewLists preview={preview} />
      <PreviewActions {...props} areRatesChecked={areSameRates(rates, checkedRates)} />
    </div>
  );
}

function PreviewLists({ preview }: Pick<ImportPreviewProps, 'preview'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { changed, changedAccounts, added, addedAccounts, noticed, notices, ignoredColumns } = preview;
  return (
    <div className={styles.block}>
      {notices.length > 0 && (
        <Disclosure summary={text('import.notices', { count: noticed })}>
          <RemarkTable label={text('import.notices', { count: noticed })} remarks={notices} total={noticed} />
        </Disclosure>
      )}
      {changedAccounts.length > 0 && (
        <Disclosure summary={text('import.changed', { count: changed })}>
          <ChangedTable accounts={changedAccounts} total={changed} />
        </Disclosure>
      )}
      {addedAccounts.length > 0 && (
        <Disclosure summary={text('import.added', { count: added })}>
          <AddedTable accounts={addedAccounts} total={added} />
        </Disclosure>
      )}
      {ignoredColumns.length > 0 && (
        <Text className={styles.quiet}>
          {text('import.ignoredColumns', { count: ignoredColumns.length, columns: formats.list(ignoredColumns) })}
        </Text>
      )}
    </div>
  );
}

interface PreviewActionsProps extends ImportPreviewProps {
  readonly areRatesChecked: boolean;
}

function PreviewActions({ preview, isBusy, areRatesChecked, onImport, onCancel }: PreviewActionsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const isPossible = preview.refused === 0 && areRatesChecked;
  return (
    <div className={styles.block}>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={!isPossible || isBusy} onClick={onImport}>
          {text('import.import')}
        </Button>
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={onCancel}>
          {text('settings.cancel')}
        </Button>
      </div>
      <Text className={styles.quiet}>{text(`import.hint.${hintOf(preview, areRatesChecked)}`)}</Text>
    </div>
  );
}

/** What to do before the import is possible, or that it is. */
function hintOf({ refused, currenciesWithoutRate }: PreviewReply, areRatesChecked: boolean): 'ready' | 'correct' | 'rates' | 'checkRates' {
  if (!areRatesChecked) return 'checkRates';
  if (currenciesWithoutRate.length > 0) return 'rates';
  return refused > 0 ? 'correct' : 'ready';
}
