/** The section that brings accounts in from a file: choose, look at what it would do, import, and take the last import back. */
import { makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { maxFileBytes } from '../../../../api/contract/account-import.ts';
import { PageSection } from '../../../ui/PageSection.tsx';
import { useFormats, useText } from '../../../ui/text.tsx';
import { CommandFailure } from '../SectionParts.tsx';
import { FileChoice } from './FileChoice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { choiceFaultSentence } from './import-sentences.ts';
import { LastImport } from './LastImport.tsx';
import { useAccountImport } from './use-account-import.ts';

const useStyles = makeStyles({
  waiting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '480px' },
});

const bytesPerMegabyte = 1_000_000;

interface AccountImportProps {
  /** The tenant's, ISO 4217. */
  readonly currency: string;
  /** The caller's id. */
  readonly myId: string;
}

export function AccountImport({ currency, myId }: AccountImportProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const run = useAccountImport();
  const { fileName, checked, refusedFile, stored, failure } = run;
  const isBusy = run.isChecking || run.isStoring;
  return (
    <PageSection title={text('import.title')} sentence={text('import.sentence')}>
      <FileChoice fileName={fileName} maxMegabytes={maxFileBytes / bytesPerMegabyte} isBusy={isBusy} onChoose={run.choose} />
      {refusedFile && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {text('import.refusedFile', {
              fileName: refusedFile.fileName,
              sentence: choiceFaultSentence(refusedFile.fault, { text, formats }),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {stored && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{text('import.stored', stored)}</MessageBarBody>
        </MessageBar>
      )}
      {fileName !== undefined && isBusy && (
        <div className={styles.waiting} role="status">
          <Text>{text(run.isStoring ? 'import.storing' : 'import.checking', { fileName })}</Text>
          <ProgressBar aria-label={text('app.loading')} />
        </div>
      )}
      {failure && <CommandFailure failure={failure} />}
      {fileName !== undefined && checked && (
        <ImportPreview
          key={fileName}
          currency={currency}
          fileName={fileName}
          preview={checked.preview}
          checkedRates={checked.upload.rates}
          isBusy={isBusy}
          onCheckAgain={run.checkAgain}
          onImport={run.store}
          onCancel={run.startOver}
        />
      )}
      <LastImport myId={myId} />
    </PageSection>
  );
}
