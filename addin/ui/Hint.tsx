/** Words that explain themselves while the pointer rests on them. By keyboard the same is told by Details. */
import { makeStyles } from '@fluentui/react-components';
import { type JSX, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { LazyHintBubble } from './lazy-hint-bubble.ts';

/** As Fluent's own tooltips. */
const delayMs = 250;

const useStyles = makeStyles({ words: { display: 'inline-flex' } });

interface HintProps {
  readonly content: string;
  readonly children: ReactNode;
}

export function Hint({ content, children }: HintProps): JSX.Element {
  const styles = useStyles();
  const [pointed, setPointed] = useState<HTMLElement | undefined>();
  const [isShown, setIsShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const stay = (): void => clearTimeout(timer.current);
  const hide = (): void => {
    stay();
    setIsShown(false);
  };
  const enter = ({ currentTarget }: PointerEvent<HTMLElement>): void => {
    stay();
    setPointed(currentTarget);
    timer.current = setTimeout(() => setIsShown(true), delayMs);
  };
  // The pointer may wander onto the bubble itself, to read it at leisure.
  const leave = (): void => {
    stay();
    timer.current = setTimeout(hide, delayMs);
  };
  return (
    <>
      <span className={styles.words} onPointerEnter={enter} onPointerLeave={leave}>
        {children}
      </span>
      {pointed && isShown && (
        <LazyHintBubble target={pointed} content={content} onHide={hide} onPointerEnter={stay} onPointerLeave={leave} />
      )}
    </>
  );
}
