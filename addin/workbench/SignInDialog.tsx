/** Stands for Microsoft's sign-in window, shown when a page asks for a token interactively while the person is "signed out". */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { text } from './text.ts';

const useStyles = makeStyles({
  dialog: {
    width: '420px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXL },
});

interface SignInDialogProps {
  readonly name: string;
  readonly onAnswer: (signedIn: boolean) => void;
}

/** Open as long as it is mounted. The browser's own modal dialog: Fluent's leaves the page hidden from readers when it is taken away open. */
export function SignInDialog({ name, onAnswer }: SignInDialogProps) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => {
      opened?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={() => {
        onAnswer(false);
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {text.signInTitle}
      </h2>
      <Text>{text.signInBody(name)}</Text>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          onClick={() => {
            onAnswer(true);
          }}
        >
          {text.signIn}
        </Button>
        <Button
          onClick={() => {
            onAnswer(false);
          }}
        >
          {text.cancel}
        </Button>
      </div>
    </dialog>
  );
}
