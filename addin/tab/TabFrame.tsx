/** The tab's margins and its waiting shape; from 320 px of width. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { LinesSkeleton } from '../ui/states.tsx';

const useStyles = makeStyles({
  tab: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    position: 'relative',
    maxWidth: '1440px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

export function TabFrame({ children }: { readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  return <div className={styles.tab}>{children}</div>;
}

const lines = [
  { widthPercent: 30, heightPx: 32 },
  { widthPercent: 70, heightPx: 20 },
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 100, heightPx: 40 },
] as const;

export function TabSkeleton(): JSX.Element {
  return <LinesSkeleton lines={lines} />;
}
