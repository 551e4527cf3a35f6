/** The details of a block of facts, shown while the block itself has the focus of the keyboard: what hovering tells part by part. */
import { makeStyles, Tooltip } from '@fluentui/react-components';
import { type JSX, type ReactElement, useState } from 'react';

const useStyles = makeStyles({
  /** Wider than a tooltip of a few words. */
  bubble: { maxWidth: '280px' },
  line: { display: 'block' },
});

interface DetailsProps {
  /** Sentences, one line each. */
  readonly lines: readonly string[];
  /** One element that can have the focus. Hovering over it shows nothing: its parts have tooltips of their own. */
  readonly children: ReactElement;
}

export function Details({ lines, children }: DetailsProps): JSX.Element {
  const styles = useStyles();
  const [isShown, setIsShown] = useState(false);
  const content = lines.map((line, index) => (
    <span key={index} className={styles.line}>
      {line}
    </span>
  ));
  return (
    <Tooltip
      content={{ children: content, className: styles.bubble }}
      // The element describes itself: a hidden copy for each row of a long list would cost more than the list.
      relationship="inaccessible"
      positioning="below-start"
      visible={isShown}
      onVisibleChange={(event, { visible }) => setIsShown(visible && isOwnFocus(event))}
    >
      {children}
    </Tooltip>
  );
}

/** A click gives the focus too, and so does a button inside: neither asks for details. */
function isOwnFocus(event: { readonly type: string; readonly target: EventTarget | null } | undefined): boolean {
  return event?.type === 'focus' && event.target instanceof Element && event.target.matches(`[${detailsMark}]:focus-visible`);
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
