/** A part of a page that is fetched when it is first shown, or earlier when somebody is about to need it. */
import { type ComponentType, createElement, type JSX, useEffect, useState } from 'react';
import { ErrorState } from './states.tsx';
import { useText } from './text.tsx';

export interface LazyPart<P> {
  readonly Part: ComponentType<P>;
  /** Fetches it ahead of time; showing it tries again when that fails. */
  readonly prefetch: () => void;
}

interface Substitutes {
  /** Stands in the part's place until it is here. */
  readonly waiting: ComponentType;
  /** When it does not arrive; otherwise that is said, with a way to ask for it again. */
  readonly failed?: ComponentType<FailedProps>;
}

interface FailedProps {
  readonly onRetry: () => void;
}

export function lazyPart<P extends object>(
  fetchPart: () => Promise<ComponentType<P>>,
  { waiting, failed = NotFetched }: Substitutes,
): LazyPart<P> {
  let fetched: ComponentType<P> | undefined;

  async function fetchOnce(): Promise<void> {
    fetched ??= await fetchPart();
  }

  function Part(props: P): JSX.Element {
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(fetched ? 'here' : 'waiting');
    useEffect(() => {
      if (state !== 'waiting') return;
      let isShown = true;
      fetchOnce().then(
        () => isShown && setState('here'),
        () => isShown && setState('failed'),
      );
      return () => {
        isShown = false;
      };
    }, [state]);
    if (fetched) return createElement(fetched, props);
    return state === 'failed' ? createElement(failed, { onRetry: () => setState('waiting') }) : createElement(waiting);
  }

  return { Part, prefetch: () => void fetchOnce().catch(() => undefined) };
}

function NotFetched({ onRetry }: FailedProps): JSX.Element {
  const text = useText();
  return <ErrorState title={text('failure.title')} sentence={text('failure.offline')} onAction={onRetry} />;
}
