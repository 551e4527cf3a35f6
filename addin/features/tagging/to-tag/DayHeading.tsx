/** The heading of a day in the list, with one box that selects all of its open meetings. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, memo } from 'react';
import { useFormats, useText } from '../../../ui/text.tsx';
import type { GroupState } from './selection.ts';

const useStyles = makeStyles({
  day: { display: 'flex', alignItems: 'center', minHeight: '48px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: tokens.spacingVerticalS,
  },
  when: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  /** In one line with the boxes of the rows. */
  select: { flexShrink: 0, width: '32px', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface DayHeadingProps {
  /** Local day, `YYYY-MM-DD`. */
  readonly on: string;
  readonly todayOn: string;
  readonly rowIndex: number;
  /** Whether the Tab key reaches the box: that of the current row's day alone. */
  readonly isStop: boolean;
  /** Of the day's open meetings; undefined when there is none. */
  readonly selected: GroupState | undefined;
  readonly onSelect: (on: string) => void;
}

export const DayHeading = memo(function DayHeading({ on, todayOn, rowIndex, isStop, selected, onSelect }: DayHeadingProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  return (
    <div role="row" aria-rowindex={rowIndex} className={styles.day}>
      <div role="gridcell" className={styles.select}>
        {selected && (
          <Checkbox
            tabIndex={isStop ? 0 : -1}
            checked={selected === 'some' ? 'mixed' : selected === 'all'}
            aria-label={text('toTag.selectDay', { day: formats.fullDay(on) })}
            onChange={() => onSelect(on)}
          />
        )}
      </div>
      <div role="gridcell">
        <h2 className={styles.heading}>
          {formats.fullDay(on)} <span className={styles.when}>{formats.daysAgo({ on, todayOn })}</span>
        </h2>
      </div>
    </div>
  );
});
