/** How much of something is reached, as Fluent's bar: where the system forces its colours, the part that is missing looks empty. */
import { makeStyles, ProgressBar, type ProgressBarProps } from '@fluentui/react-components';
import type { JSX } from 'react';

const useStyles = makeStyles({
  /** Fluent fills the whole length there, so that 0 of 50 looks like 50 of 50. */
  line: {
    '@media screen and (forced-colors: active)': {
      backgroundColor: 'Canvas',
      outline: '1px solid CanvasText',
    },
  },
});

type ProgressLineProps = Pick<ProgressBarProps, 'value' | 'max' | 'thickness' | 'aria-label' | 'aria-valuetext'>;

export function ProgressLine(props: ProgressLineProps): JSX.Element {
  const styles = useStyles();
  return <ProgressBar {...props} className={styles.line} />;
}
