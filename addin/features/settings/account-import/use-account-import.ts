/** One import from the choice of a file to its result: checked before it is stored, and checked again with every change of a rate. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PreviewReply } from '../../../../api/contract/account-import.ts';
import type { CallFailure, Reply } from '../../../client/call.ts';
import { useCommand } from '../../../client/use-command.ts';
import { type ChoiceFault, type ChosenFile, readChosenFile } from './chosen-file.ts';
import { fileFaultIn } from './import-sentences.ts';

/** What was checked: exactly this is stored. */
interface Upload extends ChosenFile {
  readonly rates: Readonly<Record<string, number>>;
}

interface Checked {
  readonly upload: Upload;
  readonly preview: PreviewReply;
}

interface RefusedFile {
  readonly fileName: string;
  readonly fault: ChoiceFault;
}

export interface AccountImport {
  /** The file in hand; undefined before one is chosen, and after it is stored. */
  readonly fileName: string | undefined;
  readonly checked: Checked | undefined;
  readonly refusedFile: RefusedFile | undefined;
  readonly stored: (Reply<'import-accounts'> & { readonly fileName: string }) | undefined;
  readonly isChecking: boolean;
  readonly isStoring: boolean;
  /** Of the last check or import; a fault of the file itself stands in `refusedFile` instead. */
  readonly failure: CallFailure | undefined;
  readonly choose: (file: File) => void;
  readonly checkAgain: (rates: Upload['rates']) => void;
  readonly store: () => void;
  readonly startOver: () => void;
}

export function useAccountImport(): AccountImport {
  const queryClient = useQueryClient();
  const preview = useCommand('preview-import');
  const storing = useCommand('import-accounts');
  const [upload, setUpload] = useState<Upload>();
  const [checked, setChecked] = useState<Checked>();
  const [refusedFile, setRefusedFile] = useState<RefusedFile>();
  const [stored, setStored] = useState<AccountImport['stored']>();
  const lastChosen = useRef<File>(undefined);

  const startOver = (): void => {
    lastChosen.current = undefined;
    preview.reset();
    storing.reset();
    setUpload(undefined);
    setChecked(undefined);
    setRefusedFile(undefined);
    setStored(undefined);
  };
  const check = (next: Upload): void => {
    setUpload(next);
    preview.mutate(
      { params: {}, request: next },
      {
        onSuccess: (reply) => setChecked({ upload: next, preview: reply }),
        onError: (failure) => {
          const fault = fileFaultIn(failure);
          if (!fault) return;
          startOver();
          setRefusedFile({ fileName: next.fileName, fault });
        },
      },
    );
  };
  const choose = async (file: File): Promise<void> => {
    startOver();
    lastChosen.current = file;
    const choice = await readChosenFile(file);
    if (lastChosen.current !== file) return;
    if (choice.kind === 'read') check({ ...choice.file, rates: {} });
    else setRefusedFile(choice);
  };
  const store = (): void => {
    if (!checked) return;
    storing.mutate(
      { params: {}, request: checked.upload },
      {
        onSuccess: (reply) => {
          startOver();
          setStored({ ...reply, fileName: checked.upload.fileName });
        },
        onError: (failure) => {
          // Somebody changed accounts or sellers since the check: it is checked anew, and the rows say what is wrong.
          if (failure.kind === 'problem' && failure.code === 'import_refused') check(checked.upload);
        },
        // An import changes every list; and one whose answer was lost may be stored all the same.
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return {
    fileName: upload?.fileName,
    checked,
    refusedFile,
    stored,
    isChecking: preview.isPending,
    isStoring: storing.isPending,
    failure: preview.error ?? storing.error ?? undefined,
    choose: (file) => void choose(file),
    checkAgain: (rates) => {
      storing.reset();
      if (upload) check({ ...upload, rates });
    },
    store,
    startOver,
  };
}
