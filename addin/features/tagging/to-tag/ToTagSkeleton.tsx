/** The page "To tag" while it is loaded: days and rows in the shape of what is coming. Invisible until waiting is worth a word. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useSkeletonDelay } from '../../../ui/skeleton-delay.ts';
import { useText } from '../../../ui/text.tsx';

const narrow = '@media (max-width: 559px)';
const rowsPerDay = [2, 3] as const;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    animationName: { from: { opacity: 0 }, to: { opacity: 0 } },
  },
  progress: { width: '320px', maxWidth: '100%' },
  day: { display: 'flex', flexDirection: 'column' },
  heading: { width: '240px', maxWidth: '70%' },
  row: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) 220px',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  facts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  account: { width: '60%' },
  people: { width: '40%' },
});

export function ToTagSkeleton(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const animationDuration = `${useSkeletonDelay()}ms`;
  return (
    <Skeleton className={styles.page} style={{ animationDuration }} aria-label={text('app.loading')}>
      <SkeletonItem size={20} className={styles.progress} />
      {rowsPerDay.map((rows, day) => (
        <div key={day} className={styles.day}>
          <SkeletonItem size={20} className={styles.heading} />
          {Array.from({ length: rows }, (_row, index) => (
            <div key={index} className={styles.row}>
              <SkeletonItem size={20} />
              <div className={styles.facts}>
                <SkeletonItem size={20} className={styles.account} />
                <SkeletonItem size={16} className={styles.people} />
              </div>
              <SkeletonItem size={32} />
            </div>
          ))}
        </div>
      ))}
    </Skeleton>
  );
}
