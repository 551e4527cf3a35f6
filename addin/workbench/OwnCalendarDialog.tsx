/** One's own calendar: how to export it and start with it; once it is served, which of its companies are accounts. A button with the browser's modal dialog. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { ExportSteps } from './ExportSteps.tsx';
import { ProposedAccounts } from './ProposedAccounts.tsx';
import { text } from './text.ts';
import type { ProposedAccountsHere } from './use-proposed-accounts.ts';

const useStyles = makeStyles({
  dialog: {
    width: '560px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    '@media (max-width: 400px)': { padding: tokens.spacingHorizontalL },
  },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalXL },
});

export function OwnCalendarDialog({ proposed }: { readonly proposed: ProposedAccountsHere }) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { proposals, isFirstChoice, answer } = proposed;
  const isChoosing = proposals.length > 0;
  const close = (): void => {
    dialog.current?.close();
  };
  useEffect(() => {
    if (isFirstChoice) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isFirstChoice, answer]);
  return (
    <>
      <Button
        size="small"
        appearance={isFirstChoice ? 'primary' : 'secondary'}
        onClick={() => {
          dialog.current?.showModal();
        }}
      >
        {isChoosing ? text.proposals.open(proposals.length) : text.ownCalendar.open}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {isChoosing ? text.proposals.title : text.ownCalendar.title}
        </h2>
        {isChoosing ? (
          <ProposedAccounts {...proposed} onLater={close} />
        ) : (
          <>
            <ExportSteps />
            <div className={styles.actions}>
              <Button appearance="primary" onClick={close}>
                {text.ownCalendar.close}
              </Button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
