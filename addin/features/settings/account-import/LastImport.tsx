/** What the newest import did, when and by whom, and the way to take it back. */
import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { LastImport as Import } from '../../../../api/contract/account-import.ts';
import { useLastImport } from '../../../client/queries.ts';
import { useCommand } from '../../../client/use-command.ts';
import { LinesSkeleton } from '../../../ui/states.tsx';
import { useText } from '../../../ui/text.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useInstantFormat } from '../instant-format.ts';
import { LoadFailure, SectionHeading } from '../SectionParts.tsx';
import { useAsked } from '../use-asked.ts';

const useStyles = makeStyles({
  last: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  undo: { marginTop: tokens.spacingVerticalS },
});

const skeletonLines = [
  { widthPercent: 20, heightPx: 20 },
  { widthPercent: 60, heightPx: 16 },
] as const;

/** `myId` is the caller's, to say "you". */
export function LastImport({ myId }: { readonly myId: string }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const reply = useLastImport();
  if (!reply.data) {
    return reply.error ? (
      <LoadFailure failure={reply.error} onRetry={() => void reply.refetch()} />
    ) : (
      <LinesSkeleton lines={skeletonLines} />
    );
  }
  const { lastImport } = reply.data;
  return (
    <div className={styles.last}>
      <SectionHeading>{text('import.last')}</SectionHeading>
      {lastImport ? <ImportFacts lastImport={lastImport} myId={myId} /> : <Text className={styles.quiet}>{text('import.last.none')}</Text>}
    </div>
  );
}

function ImportFacts({ lastImport, myId }: { readonly lastImport: Import; readonly myId: string }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formatInstant = useInstantFormat();
  const focusReturn = useRestoreFocusTarget();
  const { about, count, isOpen, ask, close } = useAsked<Import>();
  const { fileName, importedAt, by, added, changed, unchanged, undoneAt, canUndo } = lastImport;
  return (
    <>
      <Text>{text('import.last.counts', { fileName, added, changed, unchanged })}</Text>
      <Text className={styles.quiet}>
        {text(`import.last.by.${importerOf(by, myId)}`, { when: formatInstant(importedAt), name: by.name })}
      </Text>
      {undoneAt && <Text>{text('import.last.undone', { when: formatInstant(undoneAt) })}</Text>}
      {!undoneAt && !canUndo && <Text className={styles.quiet}>{text('import.last.cannotUndo')}</Text>}
      {canUndo && (
        <Button {...focusReturn} className={styles.undo} onClick={() => ask(lastImport)}>
          {text('import.undo')}
        </Button>
      )}
      {about && <UndoDialog key={count} lastImport={about} isOpen={isOpen} onClose={close} />}
    </>
  );
}

/** Administrators whom no directory read has seen have no name here. */
function importerOf(by: Import['by'], myId: string): 'you' | 'named' | 'other' {
  if (by.id === myId) return 'you';
  return by.name === '' ? 'other' : 'named';
}

interface UndoDialogProps {
  readonly lastImport: Import;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function UndoDialog({ lastImport, isOpen, onClose }: UndoDialogProps): JSX.Element {
  const text = useText();
  const queryClient = useQueryClient();
  const undo = useCommand('undo-import');
  const { importNumber, fileName, added, changed } = lastImport;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={text('import.undo.title', { fileName })}
      confirmLabel={text('import.undo.confirm')}
      isBusy={undo.isPending}
      failure={undo.error}
      onConfirm={() =>
        undo.mutate(
          { params: {}, request: { importNumber } },
          { onSuccess: onClose, onSettled: () => void queryClient.invalidateQueries() },
        )
      }
      onClose={onClose}
    >
      <Text>{text('import.undo.sentence', { added, changed })}</Text>
      <Text>{text('import.undo.kept')}</Text>
    </ConfirmDialog>
  );
}
