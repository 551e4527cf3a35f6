/** How far the seller is: of this week where it has meetings, and how many there are to tag altogether. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { VisitProgress } from '../../../client/visit-progress.ts';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { useText } from '../../../ui/text.tsx';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, width: '320px', maxWidth: '100%' },
  words: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: `0 ${tokens.spacingHorizontalM}` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface WeekProgressProps {
  /** Undefined while it is not known: then nothing is said of the week. */
  readonly week: VisitProgress['week'] | undefined;
  /** Meetings without an answer, of all weeks. */
  readonly open: number;
}

export function WeekProgress({ week, open }: WeekProgressProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const hasWeek = week !== undefined && week.total > 0;
  return (
    <div className={styles.progress}>
      <div className={styles.words} role="status">
        {hasWeek && <Text>{text('toTag.week', week)}</Text>}
        <Text className={hasWeek ? styles.quiet : undefined}>{text('toTag.count', { total: open })}</Text>
      </div>
      {hasWeek && <ProgressLine value={week.answered} max={week.total} aria-label={text('toTag.week', week)} />}
    </div>
  );
}
