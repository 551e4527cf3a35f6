/** Catches what a component throws, so that a bug leaves a sentence and not an empty frame. React offers this to classes alone. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../../ui/states.tsx';
import { useText } from '../../ui/text.tsx';

interface CrashGuardProps {
  readonly children: ReactNode;
}

interface CrashGuardState {
  readonly hasCrashed: boolean;
}

export class CrashGuard extends Component<CrashGuardProps, CrashGuardState> {
  override state: CrashGuardState = { hasCrashed: false };

  static getDerivedStateFromError(): CrashGuardState {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed(): ReactNode {
  const text = useText();
  return (
    <ErrorState
      title={text('failure.crash.title')}
      sentence={text('failure.crash.sentence')}
      actionLabel={text('failure.reload')}
      onAction={() => window.location.reload()}
    />
  );
}
