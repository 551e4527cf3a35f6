/** Beside a figure: opens its rule and its meetings. The focus comes back here afterwards. */
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  why: {
    minWidth: 'auto',
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
});

interface WhyButtonProps {
  /** For those who hear the button without what stands beside it. */
  readonly figure: string;
  readonly onClick: () => void;
}

export function WhyButton({ figure, onClick }: WhyButtonProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.why}
      aria-label={text('why.of', { figure })}
      aria-haspopup="dialog"
      onClick={onClick}
      {...restoreFocus}
    >
      {text('why')}
    </Button>
  );
}
