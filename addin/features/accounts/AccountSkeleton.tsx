/** The account page while it is loaded: the same blocks at the same places. Invisible until waiting is worth a word. */
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useSkeletonDelay } from '../../ui/skeleton-delay.ts';
import { useText } from '../../ui/text.tsx';
import { columns } from './page-columns.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    animationName: { from: { opacity: 0 }, to: { opacity: 0 } },
  },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  columns,
  name: { width: 'min(240px, 100%)' },
  sentence: { width: 'min(520px, 100%)' },
});

export function AccountSkeleton(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const animationDuration = `${useSkeletonDelay()}ms`;
  return (
    <Skeleton className={styles.page} style={{ animationDuration }} aria-label={text('app.loading')}>
      <div className={styles.block}>
        <SkeletonItem size={32} className={styles.name} />
        <SkeletonItem size={20} className={styles.name} />
        <SkeletonItem size={20} className={styles.sentence} />
        <SkeletonItem size={48} />
      </div>
      <SkeletonItem size={64} />
      <div className={styles.columns}>
        {[1, 2, 3].map((column) => (
          <div key={column} className={styles.block}>
            <SkeletonItem size={20} className={styles.name} />
            <SkeletonItem size={40} />
            <SkeletonItem size={40} />
            <SkeletonItem size={40} />
          </div>
        ))}
      </div>
    </Skeleton>
  );
}
