/** The pane's margins and its waiting shape; from 320 px of width. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { LinesSkeleton, PageName } from '../ui/states.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    position: 'relative',
    maxWidth: '560px',
    padding: tokens.spacingHorizontalL,
  },
});

export function PaneFrame({ children }: { readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  return (
    <main className={styles.pane}>
      <PageName />
      {children}
    </main>
  );
}

const lines = [
  { widthPercent: 55, heightPx: 24 },
  { widthPercent: 80, heightPx: 16 },
  { widthPercent: 65, heightPx: 16 },
  { widthPercent: 100, heightPx: 40 },
  { widthPercent: 70, heightPx: 24 },
] as const;

export function PaneSkeleton(): JSX.Element {
  return <LinesSkeleton lines={lines} />;
}
