/** What the marks of the large strip stand on: months, the ground, the tick where the cadence ends, and today at the right edge. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { daysBetween } from '../../ui/formats.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { type StripLayout, xOfDaysAgo } from '../../ui/touch-strip-layout.ts';
import { monthStarts } from './meeting-lanes.ts';
import { labelPx, wideFromPx } from './strip-sizes.ts';

/** Half of the cadence's words. */
const cadenceRoomPx = 50;
const monthRoomPx = 28;

/** Forced colours leave the insides of a drawing alone, so they are set here. */
const forced = { '@media (forced-colors: active)': { color: 'CanvasText' } };

const useStyles = makeStyles({
  drawing: { position: 'absolute', inset: 0, display: 'block', overflow: 'visible' },
  ground: { color: tokens.colorNeutralStroke1, ...forced },
  month: { color: tokens.colorNeutralStroke2, '@media (forced-colors: active)': { color: 'GrayText' } },
  cadence: { color: tokens.colorBrandStroke1, ...forced },
  edge: { color: tokens.colorNeutralForeground3, ...forced },
  label: {
    position: 'absolute',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  cadenceLabel: { color: tokens.colorBrandForeground1, transform: 'translateX(-50%)' },
});

interface StripFieldProps {
  readonly layout: StripLayout;
  /** From the top to the line that the marks stand on. */
  readonly groundPx: number;
  readonly todayOn: string;
  readonly cadenceDays: number;
}

/** For the eye alone: the strip's text alternative says the same. */
export function StripField({ layout, groundPx, todayOn, cadenceDays }: StripFieldProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const xOf = (on: string): number => Math.round(xOfDaysAgo(daysBetween({ fromOn: on, toOn: todayOn }), layout)) + 0.5;
  const months = monthStarts(todayOn);
  const named = months.filter((on, index) => (layout.widthPx >= wideFromPx || index % 3 === 0) && xOf(on) + monthRoomPx <= layout.widthPx);
  const cadenceX = Math.round(xOfDaysAgo(cadenceDays, layout)) + 0.5;
  const todayX = layout.widthPx - 0.5;
  return (
    <div aria-hidden="true">
      <svg className={styles.drawing} width={layout.widthPx} height={groundPx + labelPx} focusable="false">
        {months.map((on) => (
          <path key={on} className={styles.month} d={`M${xOf(on)} ${labelPx}V${groundPx + 4}`} stroke="currentColor" />
        ))}
        <path className={styles.ground} d={`M0 ${groundPx + 0.5}H${layout.widthPx}`} stroke="currentColor" />
        <path
          className={styles.cadence}
          d={`M${cadenceX} ${labelPx - 2}V${groundPx + 6}`}
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
        <path className={styles.edge} d={`M${todayX} ${labelPx - 2}V${groundPx + 6}`} stroke="currentColor" />
      </svg>
      <span
        className={mergeClasses(styles.label, styles.cadenceLabel)}
        style={{ left: `${Math.min(Math.max(cadenceX, cadenceRoomPx), layout.widthPx - cadenceRoomPx)}px`, top: 0 }}
      >
        {text('account.strip.cadence', { days: cadenceDays })}
      </span>
      {named.map((on) => (
        <span key={on} className={styles.label} style={{ left: `${xOf(on) + 3}px`, top: `${groundPx + 2}px` }}>
          {formats.shortMonth(on)}
        </span>
      ))}
    </div>
  );
}
