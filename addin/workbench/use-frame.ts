/** What both frames share: listening to the window's messages while the frame stands, and knowing whether its page has started. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { FrameState } from './teams-parent.ts';

/** A page that has not spoken to its host by then is shown as silent; it may still start later. */
const silentAfterMs = 15_000;

/** Hands every message of the window to `receive` while the component is mounted. */
export function useWindowMessages(receive: (event: MessageEvent) => void): void {
  const onMessage = useEffectEvent(receive);
  useEffect(() => {
    const listener = (event: MessageEvent): void => {
      onMessage(event);
    };
    window.addEventListener('message', listener);
    return () => {
      window.removeEventListener('message', listener);
    };
  }, []);
}

/** The state of a frame's page, from starting; silent after a while without a word. */
export function useFrameState(): readonly [FrameState, (state: FrameState) => void] {
  const [state, setState] = useState<FrameState>('starting');
  useEffect(() => {
    const timer = setTimeout(() => {
      setState((current) => (current === 'starting' ? 'silent' : current));
    }, silentAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return [state, setState];
}
