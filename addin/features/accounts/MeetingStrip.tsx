/** The large touch strip: each meeting of the last 12 months is a mark with a card, reached by pointer or arrow keys. */
import { makeStyles } from '@fluentui/react-components';
import { type JSX, useId } from 'react';
import type { AccountMeeting } from '../../../api/contract/accounts.ts';
import { stripSentence } from '../../ui/strip-words.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import type { StripLayout } from '../../ui/touch-strip-layout.ts';
import { laneMarks } from './meeting-lanes.ts';
import { labelPx, stripSizes, wideFromPx } from './strip-sizes.ts';
import { StripField } from './StripField.tsx';
import { StripMarks } from './StripMarks.tsx';
import { useWidthPx } from './use-width.ts';

const useStyles = makeStyles({
  strip: { position: 'relative', minWidth: 0 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface MeetingStripProps {
  /** Of the last 12 months, in any order. */
  readonly meetings: readonly AccountMeeting[];
  readonly todayOn: string;
  readonly cadenceDays: number;
  /** A click on a mark asks for the list. */
  readonly onOpen: () => void;
}

export function MeetingStrip({ meetings, todayOn, cadenceDays, onOpen }: MeetingStripProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const hintId = useId();
  const [watch, widthPx = 0] = useWidthPx();
  const size = stripSizes[widthPx >= wideFromPx ? 'wide' : 'narrow'];
  const layout: StripLayout = { widthPx, paddingPx: size.markPx / 2, gapPx: size.markPx - 2 };
  const marks = widthPx > 0 ? laneMarks(meetings, todayOn, layout) : [];
  const lanes = 1 + marks.reduce((highest, { lane }) => Math.max(highest, lane), 0);
  const groundPx = labelPx + lanes * size.lanePx;
  return (
    <div
      ref={watch}
      className={styles.strip}
      style={{ height: `${groundPx + labelPx}px` }}
      role="group"
      aria-label={stripSentence(meetings, todayOn, { text, formats })}
      aria-describedby={meetings.length > 0 ? hintId : undefined}
    >
      {widthPx > 0 && <StripField layout={layout} groundPx={groundPx} todayOn={todayOn} cadenceDays={cadenceDays} />}
      <StripMarks marks={marks} size={size} groundPx={groundPx} todayOn={todayOn} onOpen={onOpen} />
      {meetings.length > 0 && (
        <span id={hintId} className={styles.hidden}>
          {text('account.strip.keys')}
        </span>
      )}
    </div>
  );
}
