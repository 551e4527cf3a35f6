/** The small parts that sections of the settings share: a heading within one, and a failure in its place. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import type { CallFailure } from '../../client/call.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { failureKey, requestIdOf } from '../../client/failure.ts';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  requestId: { display: 'block', fontSize: tokens.fontSizeBase200 },
});

export function SectionHeading({ children }: { readonly children: string }): JSX.Element {
  return <h3 className={useStyles().heading}>{children}</h3>;
}

/** In place of what could not be loaded. */
export function LoadFailure({ failure, onRetry }: { readonly failure: CallFailure; readonly onRetry: () => void }): JSX.Element {
  const text = useText();
  return (
    <FailureBar sentence={text(failureKey(failure))} requestId={requestIdOf(failure)}>
      <MessageBarActions>
        <Button onClick={onRetry}>{text('failure.retry')}</Button>
      </MessageBarActions>
    </FailureBar>
  );
}

interface CommandFailureProps {
  readonly failure: CallFailure;
  /** In place of the general sentence, where the form knows better what the refusal means. */
  readonly sentence?: string | undefined;
}

/** Beside what was asked for and not done. */
export function CommandFailure({ failure, sentence }: CommandFailureProps): JSX.Element {
  const text = useText();
  // What the form can explain needs no support.
  if (sentence !== undefined) return <FailureBar sentence={sentence} requestId={undefined} />;
  return <FailureBar sentence={text(commandFailureKey(failure))} requestId={requestIdOf(failure)} />;
}

interface FailureBarProps {
  readonly sentence: string;
  readonly requestId: string | undefined;
  readonly children?: ReactNode;
}

function FailureBar({ sentence, requestId, children }: FailureBarProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {sentence}
        {requestId && <span className={styles.requestId}>{text('failure.requestId', { requestId })}</span>}
      </MessageBarBody>
      {children}
    </MessageBar>
  );
}
