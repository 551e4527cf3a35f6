/** Where the accounts file is chosen or dropped. Tells the limits before anything is sent; reads nothing. */
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentArrowUp24Regular } from '@fluentui/react-icons/svg/document-arrow-up';
import { type DragEvent, type JSX, useRef, useState } from 'react';
import { useText } from '../../../ui/text.tsx';
import exampleUrl from './accounts-example.csv?url';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px solid ${tokens.colorBrandStroke1}` },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '200px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  example: { width: 'fit-content' },
});

/** Besides the file types that systems know, the endings: some know no type for CSV. */
const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const exampleName = 'firsthand-accounts-example.csv';

interface FileChoiceProps {
  /** In hand already. */
  readonly fileName: string | undefined;
  readonly maxMegabytes: number;
  readonly isBusy: boolean;
  readonly onChoose: (file: File) => void;
}

export function FileChoice({ fileName, maxMegabytes, isBusy, onChoose }: FileChoiceProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [hasSeveral, setHasSeveral] = useState(false);

  const take = (files: FileList | null): void => {
    const [file, ...others] = files ?? [];
    setHasSeveral(others.length > 0);
    if (file && others.length === 0 && !isBusy) onChoose(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      <div
        className={mergeClasses(styles.zone, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={({ currentTarget, relatedTarget }) => {
          // Passing over a part inside is no leaving.
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
        }}
        onDrop={onDrop}
      >
        <span className={styles.icon} aria-hidden="true">
          <DocumentArrowUp24Regular />
        </span>
        <div className={styles.words}>
          <Text weight="semibold">{fileName ?? text('import.drop')}</Text>
          <Text size={200} className={styles.quiet}>
            {text(hasSeveral ? 'import.oneFile' : 'import.limits', { megabytes: maxMegabytes })}
          </Text>
        </div>
        <Button
          appearance={fileName === undefined ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => input.current?.click()}
        >
          {text(fileName === undefined ? 'import.choose' : 'import.chooseOther')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accepted}
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file, corrected meanwhile, shall be a new choice.
            currentTarget.value = '';
          }}
        />
      </div>
      <Link href={exampleUrl} download={exampleName} className={styles.example}>
        {text('import.example')}
      </Link>
    </>
  );
}
