/** What stands in place of content: nothing yet, nothing at all, or a fault. Says what still works; decides nothing. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WifiOff20Regular } from '@fluentui/react-icons/svg/wifi-off';
import type { JSX, ReactNode } from 'react';
import { useSkeletonDelay } from './skeleton-delay.ts';
import { useText } from './text.tsx';

const useStyles = makeStyles({
  state: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, maxWidth: '60ch' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    animationName: { from: { opacity: 0 }, to: { opacity: 0 } },
  },
  /** As Fluent's SkeletonItem, whose styles for every other shape weigh more than this page. */
  line: {
    display: 'block',
    position: 'relative',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { border: '1px solid GrayText', boxSizing: 'border-box' },
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      transform: 'translate(-100%)',
      backgroundImage: `linear-gradient(to right, ${tokens.colorNeutralStencil1} 0%, ${tokens.colorNeutralStencil2} 50%, ${tokens.colorNeutralStencil1} 100%)`,
      animationName: { to: { transform: 'translate(100%)' } },
      animationDuration: '3s',
      animationTimingFunction: 'ease-in-out',
      animationIterationCount: 'infinite',
      '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    },
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
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

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show, and that is fine. */
export function EmptyState({ title, children }: EmptyStateProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}

interface ErrorStateProps {
  readonly title: string;
  readonly sentence: string;
  /** What the fault does not touch. */
  readonly stillWorks?: string;
  readonly requestId?: string | undefined;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
}

/** Something is in the way: what, what still works, and what to do. */
export function ErrorState({ title, sentence, stillWorks, requestId, actionLabel, onAction }: ErrorStateProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.state} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <Text>{sentence}</Text>
      {stillWorks && <Text className={styles.quiet}>{stillWorks}</Text>}
      {onAction && <Button onClick={onAction}>{actionLabel ?? text('failure.retry')}</Button>}
      {requestId && (
        <Text size={200} className={styles.quiet}>
          {text('failure.requestId', { requestId })}
        </Text>
      )}
    </div>
  );
}

/** Stands at the top of a page while the browser has no network. */
export function OfflineBar(): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.bar} role="status">
      <span className={styles.icon} aria-hidden="true">
        <WifiOff20Regular />
      </span>
      {text('offline.bar')}
    </div>
  );
}

/** Lines in the shape of what is coming; `widths` in percent, `heightsPx` beside them. Invisible until waiting is worth a word. */
export function LinesSkeleton({
  lines,
}: {
  readonly lines: readonly { readonly widthPercent: number; readonly heightPx: number }[];
}): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const animationDuration = `${useSkeletonDelay()}ms`;
  return (
    <div className={styles.skeleton} style={{ animationDuration }} role="progressbar" aria-busy aria-label={text('app.loading')}>
      {lines.map(({ widthPercent, heightPx }, index) => (
        <span key={index} className={styles.line} style={{ width: `${widthPercent}%`, height: `${heightPx}px` }} />
      ))}
    </div>
  );
}

/** The page's name for those who hear it, the product's where it has none of its own; the frame around the page shows it already. */
export function PageName({ name }: { readonly name?: string | undefined }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return <h1 className={styles.hidden}>{name ?? text('app.name')}</h1>;
}
