/** One section of a page that explains itself: what it is for at the left, its content at the right; one below the other on narrow screens. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, type ReactNode, type Ref, useId } from 'react';

const stacked = '@media (max-width: 959px)';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: '260px minmax(0, 880px)',
    gap: `${tokens.spacingVerticalM} 48px`,
    paddingBlock: tokens.spacingVerticalXXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingBlockStart: tokens.spacingVerticalS },
    [stacked]: { gridTemplateColumns: 'minmax(0, 1fr)', paddingBlock: tokens.spacingVerticalXL },
  },
  about: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '60ch' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

interface PageSectionProps {
  readonly title: string;
  readonly sentence: string;
  /** For a page whose heading takes the focus when it opens. */
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

export function PageSection({ title, sentence, heading, children }: PageSectionProps): JSX.Element {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.about}>
        <h2 className={styles.title} id={titleId} ref={heading} tabIndex={heading === undefined ? undefined : -1}>
          {title}
        </h2>
        <Text className={styles.quiet}>{sentence}</Text>
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  );
}
