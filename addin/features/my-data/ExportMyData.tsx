/** Everything as one file: asked for, put together, handed to the program around the page, with another way where that saves none. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { MyDataExport } from '../../../api/contract/my-data.ts';
import { requestIdOf } from '../../client/failure.ts';
import { useCommand } from '../../client/use-command.ts';
import { copyText } from '../../ui/copy-text.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useText } from '../../ui/text.tsx';
import { cutLists, exportFile } from './export-file.ts';

const useStyles = makeStyles({
  export: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'block' },
});

const nothing = { params: {}, request: {} } as const;

export function ExportMyData(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const exporting = useCommand('my-data-export');
  const download = (): void => {
    if (exporting.isPending) return;
    exporting.mutate(nothing, { onSuccess: (document) => saveFile(exportFile(document)) });
  };
  const requestId = exporting.error ? requestIdOf(exporting.error) : undefined;
  return (
    <div className={styles.export}>
      <Button onClick={download} disabledFocusable={exporting.isPending} icon={exporting.isPending ? <Spinner size="tiny" /> : null}>
        {text(exporting.isPending ? 'myData.export.working' : 'myData.export')}
      </Button>
      <Text className={styles.quiet}>{text('myData.export.sentence')}</Text>
      {exporting.error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {text('myData.export.failed')}
            {requestId && <span className={styles.line}>{text('failure.requestId', { requestId })}</span>}
          </MessageBarBody>
        </MessageBar>
      )}
      {exporting.data && <Done document={exporting.data} />}
    </div>
  );
}

type Copying = 'offered' | 'copied' | 'refused';

function Done({ document }: { readonly document: MyDataExport }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const [copying, setCopying] = useState<Copying>('offered');
  const file = exportFile(document);
  const cut = cutLists(document);
  const copy = async (): Promise<void> => {
    setCopying((await copyText(file.text)) ? 'copied' : 'refused');
  };
  return (
    <MessageBar intent={cut ? 'warning' : 'success'} layout="multiline" role="status">
      <MessageBarBody>
        {text('myData.export.done', { name: file.name })}
        {cut && <span className={styles.line}>{text('myData.export.cut', cut)}</span>}
        <span className={styles.line}>{text(copying === 'refused' ? 'myData.export.copyRefused' : 'myData.export.missing')}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void copy()}>{text(copying === 'copied' ? 'myData.export.copied' : 'myData.export.copy')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
