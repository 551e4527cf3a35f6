/** The words beside an element that is hovered over or has the focus, drawn by Fluent. A chunk of its own: most pages are read without one. */
import { Tooltip, type TooltipProps } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

export interface HintBubbleProps {
  readonly target: HTMLElement;
  readonly content: ReactNode;
  readonly className?: string;
  readonly align?: 'start' | 'center';
  readonly position?: 'above' | 'below';
  /** Escape, another bubble, or a page that goes out of sight. */
  readonly onHide: () => void;
  readonly onPointerEnter?: () => void;
  readonly onPointerLeave?: () => void;
}

export function HintBubble(props: HintBubbleProps): JSX.Element {
  const { target, content, className, align = 'center', position = 'above', onHide, onPointerEnter, onPointerLeave } = props;
  const slot: TooltipProps['content'] = {
    children: <>{content}</>,
    ...(className && { className }),
    ...(onPointerEnter && { onPointerEnter }),
    ...(onPointerLeave && { onPointerLeave }),
  };
  return (
    <Tooltip
      content={slot}
      relationship="inaccessible"
      positioning={{ target, position, align }}
      visible
      onVisibleChange={(_event, { visible }) => visible || onHide()}
    />
  );
}
