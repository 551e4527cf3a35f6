/** The details of a block of facts, shown while the block itself has the focus of the keyboard: what hovering tells part by part. */
import { makeStyles } from '@fluentui/react-components';
import { cloneElement, type FocusEvent, type FocusEventHandler, type JSX, type ReactElement, useState } from 'react';
import { LazyHintBubble } from './lazy-hint-bubble.ts';

const useStyles = makeStyles({
  /** Wider than a tooltip of a few words. */
  bubble: { maxWidth: '280px' },
  line: { display: 'block' },
});

interface DetailsProps {
  /** Sentences, one line each. */
  readonly lines: readonly string[];
  /** One element that can have the focus. Hovering over it shows nothing: its parts have tooltips of their own. */
  readonly children: ReactElement<TriggerProps>;
}

interface TriggerProps {
  readonly onFocus?: FocusEventHandler<HTMLElement>;
  readonly onBlur?: FocusEventHandler<HTMLElement>;
}

export function Details({ lines, children }: DetailsProps): JSX.Element {
  const styles = useStyles();
  const [focused, setFocused] = useState<HTMLElement | undefined>();
  return (
    <>
      {cloneElement(children, {
        onFocus: ({ target }: FocusEvent<HTMLElement>) => setFocused(isOwnFocus(target) ? target : undefined),
        onBlur: () => setFocused(undefined),
      })}
      {focused && (
        <LazyHintBubble
          target={focused}
          content={lines.map((line, index) => (
            <span key={index} className={styles.line}>
              {line}
            </span>
          ))}
          className={styles.bubble}
          position="below"
          align="start"
          onHide={() => setFocused(undefined)}
        />
      )}
    </>
  );
}

/** A click gives the focus too, and so does a button inside: neither asks for details. */
function isOwnFocus(target: Element): boolean {
  return target.matches(`[${detailsMark}]:focus-visible`);
}

/** Marks the elements that have details. */
const detailsMark = 'data-details';

interface DetailsStop {
  readonly tabIndex: 0 | -1;
  readonly 'aria-description': string;
  readonly 'data-details': true;
}

/** What makes the element inside Details a stop of the Tab key, or one that only the arrows reach; those who do not see it hear the lines. */
export function detailsStop(lines: readonly string[], isStop = true): DetailsStop {
  return { tabIndex: isStop ? 0 : -1, 'aria-description': lines.join(' '), [detailsMark]: true };
}
