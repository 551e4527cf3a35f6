/** A failure in place of a page: signed out, not enrolled, or the server in trouble, each with what to do. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { CallFailure } from '../../client/call.ts';
import { failureKey, isNotEnrolled, requestIdOf } from '../../client/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  ways: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface FailureStateProps {
  readonly failure: CallFailure;
  readonly onRetry: () => void;
}

export function FailureState({ failure, onRetry }: FailureStateProps): JSX.Element {
  const text = useText();
  if (failure.kind === 'signed_out') return <SignedOut />;
  if (isNotEnrolled(failure)) return <NotEnrolled />;
  return (
    <ErrorState
      title={text('failure.title')}
      sentence={text(failureKey(failure))}
      stillWorks={text('failure.stillWorks')}
      requestId={requestIdOf(failure)}
      onAction={onRetry}
    />
  );
}

export function NotEnrolled(): JSX.Element {
  const text = useText();
  return <ErrorState title={text('notEnrolled.title')} sentence={text('notEnrolled.sentence')} />;
}

function SignedOut(): JSX.Element {
  const text = useText();
  const host = useHost();
  const queryClient = useQueryClient();
  if (host.kind === 'browser') return <Outside />;
  const signIn = async (): Promise<void> => {
    const reply = await host.signIn();
    if (reply.kind === 'token') await queryClient.invalidateQueries();
  };
  return (
    <ErrorState
      title={text('signedOut.title')}
      sentence={text('signedOut.sentence')}
      actionLabel={text('signedOut.action')}
      onAction={() => void signIn()}
    />
  );
}

/** A page opened by its address: nobody is signed in there, so it says where it works. */
function Outside(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <EmptyState title={text('outside.title')}>
      <Text>{text('outside.sentence')}</Text>
      <ul className={styles.ways}>
        <li>{text('outside.outlook')}</li>
        <li>{text('outside.teams')}</li>
      </ul>
      <Text className={styles.quiet}>{text('outside.missing')}</Text>
    </EmptyState>
  );
}
