/** The meetings of one local day, in the order of time, with steps to other days. Choosing is told to the caller; nothing is kept here. */
import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { dayLabel, shiftDay, spanLabel } from './calendar-days.ts';
import type { OutlookItem } from './endpoints.ts';
import { Empty, LoadingRows } from './states.tsx';
import { text } from './text.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: tokens.spacingHorizontalS },
  day: { flexGrow: 1, textAlign: 'center', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS}` },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    // High contrast draws the chosen row in the highlight colour, which needs its own text colour.
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
  },
  subject: { overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  time: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  crossed: { textDecorationLine: 'line-through' },
});

interface DayListProps {
  readonly dayOn: string;
  readonly todayOn: string;
  readonly timeZone: string;
  /** Undefined while they are read. */
  readonly items: readonly OutlookItem[] | 'no-calendar' | undefined;
  readonly chosenId: string | undefined;
  readonly onDay: (dayOn: string) => void;
  readonly onChoose: (itemId: string) => void;
}

export function DayList(props: DayListProps) {
  const styles = useStyles();
  const { dayOn, todayOn, onDay } = props;
  return (
    <section aria-label={text.meetings}>
      <div className={styles.bar}>
        <Button
          aria-label={text.previousDay}
          title={text.previousDay}
          appearance="subtle"
          size="small"
          icon={<ChevronLeftRegular />}
          onClick={() => {
            onDay(shiftDay(dayOn, -1));
          }}
        />

        <Text className={styles.day} role="status">
          {dayLabel(dayOn)}
        </Text>
        <Button
          aria-label={text.nextDay}
          title={text.nextDay}
          appearance="subtle"
          size="small"
          icon={<ChevronRightRegular />}
          onClick={() => {
            onDay(shiftDay(dayOn, 1));
          }}
        />

        <Button
          appearance="subtle"
          size="small"
          disabledFocusable={dayOn === todayOn}
          onClick={() => {
            onDay(todayOn);
          }}
        >
          {text.today}
        </Button>
      </div>
      <Meetings {...props} />
    </section>
  );
}

function Meetings({ items, chosenId, timeZone, onChoose }: DayListProps) {
  const styles = useStyles();
  if (items === undefined) return <LoadingRows />;
  if (items === 'no-calendar') return <Empty>{text.noCalendar}</Empty>;
  if (items.length === 0) return <Empty>{text.emptyDay}</Empty>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.itemId}>
          <button
            type="button"
            className={mergeClasses(styles.item, item.itemId === chosenId && styles.chosen)}
            aria-current={item.itemId === chosenId}
            onClick={() => {
              onChoose(item.itemId);
            }}
          >
            <span className={mergeClasses(styles.subject, item.isCancelled && styles.crossed)}>{item.subject || text.untitled}</span>
            <span className={styles.time}>
              {item.isAllDay ? text.allDay : spanLabel(item, timeZone)}
              {item.isCancelled && (
                <Badge appearance="tint" size="small" color="informative">
                  {text.cancelled}
                </Badge>
              )}
              {item.sensitivity.toLowerCase() === 'private' && (
                <Badge appearance="tint" size="small" color="informative">
                  {text.private}
                </Badge>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
