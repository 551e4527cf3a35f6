/** A part that opens and closes as the reader likes, under a summary that says what is in it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  summary: {
    width: 'fit-content',
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  opened: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
});

interface DisclosureProps {
  readonly summary: string;
  /** Afterwards it is open or closed as the reader likes. */
  readonly isOpenAtFirst?: boolean;
  /** At the first opening, for what is loaded only then. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

export function Disclosure({ summary, isOpenAtFirst = false, onOpen, children }: DisclosureProps): JSX.Element {
  const styles = useStyles();
  const [wasOpenAtFirst] = useState(isOpenAtFirst);
  return (
    <details open={wasOpenAtFirst} onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.opened}>{children}</div>
    </details>
  );
}
