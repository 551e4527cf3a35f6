/** Says beside an account's word that a manager has paused it, and until when. */
import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import type { JSX } from 'react';
import { useFormats, useText } from './text.tsx';

const useStyles = makeStyles({
  paused: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
});

/** `untilOn` is the last paused day. */
export function PausedUntil({ untilOn }: { readonly untilOn: string }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  return (
    <Tooltip content={formats.fullDay(untilOn)} relationship="description">
      <span className={styles.paused}>
        <span className={styles.icon} aria-hidden="true">
          <Pause16Regular />
        </span>
        {text('paused.until', { day: formats.day(untilOn) })}
      </span>
    </Tooltip>
  );
}
