/** The mark of one meeting, told apart by shape and not only by colour: disc, half disc, ring, square, dashed line, cross. */
import type { JSX } from 'react';
import type { TouchMark } from '../../api/contract/vocabulary.ts';

/** Marks are drawn around 0,0 in a box of 8 units. */
const box = '-4 -4 8 8';

/** The SVG of a mark at an offset, without a frame: the strip joins many of them. Lines take `currentColor`. */
export function MarkShape({ mark, x = 0, y = 0 }: { readonly mark: TouchMark; readonly x?: number; readonly y?: number }): JSX.Element {
  switch (mark) {
    case 'in_person':
      return <circle cx={x} cy={y} r={3.5} fill="currentColor" />;
    case 'hybrid':
      return (
        <g>
          <circle cx={x} cy={y} r={2.9} fill="none" stroke="currentColor" strokeWidth={1.2} />
          <path d={`M${x} ${y - 3.5}a3.5 3.5 0 0 0 0 7z`} fill="currentColor" />
        </g>
      );
    case 'virtual':
      return <circle cx={x} cy={y} r={2.9} fill="none" stroke="currentColor" strokeWidth={1.2} />;
    case 'phone':
      return <rect x={x - 2.1} y={y - 2.1} width={4.2} height={4.2} fill="none" stroke="currentColor" strokeWidth={1.2} />;
    case 'untagged':
      return <path d={`M${x} ${y - 3.5}v7`} fill="none" stroke="currentColor" strokeWidth={1.2} strokeDasharray="1.6 1.1" />;
    case 'not_held':
      return <path d={`M${x - 2.2} ${y - 2.2}l4.4 4.4m0 -4.4l-4.4 4.4`} fill="none" stroke="currentColor" strokeWidth={1.2} />;
  }
}

/** Decoration beside a word that says the same; it has no text of its own. */
export function ModalityMark({ mark, sizePx = 16 }: { readonly mark: TouchMark; readonly sizePx?: number }): JSX.Element {
  return (
    <svg width={sizePx} height={sizePx} viewBox={box} aria-hidden="true" focusable="false">
      <MarkShape mark={mark} />
    </svg>
  );
}
