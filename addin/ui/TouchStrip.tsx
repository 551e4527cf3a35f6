/** The last twelve months of an account as one row of marks, today at the right edge, a tick where the cadence ends. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, memo } from 'react';
import { MarkShape } from './ModalityMark.tsx';
import { useFormats, useText } from './text.tsx';
import { stripSentence } from './strip-words.ts';
import { placeMarks, type StripLayout, type StripMark, xOfDaysAgo } from './touch-strip-layout.ts';

const layouts = {
  row: { widthPx: 168, paddingPx: 5, gapPx: 6.5 },
  wide: { widthPx: 280, paddingPx: 5, gapPx: 7 },
} as const satisfies Readonly<Record<string, StripLayout>>;
const heightPx = 16;

/** Forced colours leave the insides of a drawing alone, so they are set here. */
const forced = { '@media (forced-colors: active)': { color: 'CanvasText' } };

const useStyles = makeStyles({
  strip: { display: 'block', maxWidth: '100%', height: 'auto' },
  near: { color: tokens.colorBrandForeground1, ...forced },
  remote: { color: tokens.colorNeutralForeground2, ...forced },
  quiet: { color: tokens.colorNeutralForeground3, ...forced },
  ground: { color: tokens.colorNeutralStroke1, ...forced },
  edge: { color: tokens.colorNeutralForeground3, ...forced },
});

const classOfMark = {
  in_person: 'near',
  hybrid: 'near',
  virtual: 'remote',
  phone: 'remote',
  untagged: 'quiet',
  not_held: 'quiet',
} as const satisfies Readonly<Record<StripMark['mark'], keyof ReturnType<typeof useStyles>>>;

interface TouchStripProps {
  /** Oldest first. */
  readonly strip: readonly StripMark[];
  /** Local day, `YYYY-MM-DD`. */
  readonly todayOn: string;
  /** Without it no tick is drawn. */
  readonly cadenceDays?: number;
  readonly variant?: keyof typeof layouts;
}

export const TouchStrip = memo(function TouchStrip({ strip, todayOn, cadenceDays, variant = 'row' }: TouchStripProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const sentence = stripSentence(strip, todayOn, { text, formats });
  const layout = layouts[variant];
  const y = heightPx / 2;
  const right = layout.widthPx - 0.5;
  return (
    <svg
      className={styles.strip}
      width={layout.widthPx}
      height={heightPx}
      viewBox={`0 0 ${layout.widthPx} ${heightPx}`}
      role="img"
      aria-label={sentence}
      focusable="false"
    >
      <title>{sentence}</title>
      <path className={styles.ground} d={`M0 ${heightPx - 0.5}H${layout.widthPx}`} stroke="currentColor" strokeWidth={1} />
      <path className={styles.edge} d={`M${right} 0V${heightPx}`} stroke="currentColor" strokeWidth={1} />
      {cadenceDays !== undefined && (
        <path
          className={styles.edge}
          d={`M${Math.round(xOfDaysAgo(cadenceDays, layout)) + 0.5} ${heightPx - 5}v5`}
          stroke="currentColor"
          strokeWidth={1}
        />
      )}
      {placeMarks(strip, todayOn, layout).map(({ on, mark, x }) => (
        <g key={`${on} ${mark}`} className={styles[classOfMark[mark]]}>
          <MarkShape mark={mark} x={x} y={y - 1} />
        </g>
      ))}
    </svg>
  );
});
