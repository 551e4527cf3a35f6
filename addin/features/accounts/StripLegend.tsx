/** What the marks of the strip mean, and the way to all of them as words. */
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { JSX } from 'react';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  legendEntry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  list: {
    marginInlineStart: 'auto',
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
  },
});

const marks = ['in_person', 'hybrid', 'virtual', 'phone', 'untagged', 'not_held'] as const;

export function StripLegend({ onOpen }: { readonly onOpen: () => void }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const restoreFocus = useRestoreFocusTarget();
  return (
    <div className={styles.legend}>
      {marks.map((mark) => (
        <span key={mark} className={styles.legendEntry}>
          <ModalityMark mark={mark} sizePx={12} />
          {text(`mark.${mark}`)}
        </span>
      ))}
      <Button size="small" appearance="transparent" className={styles.list} aria-haspopup="dialog" onClick={onOpen} {...restoreFocus}>
        {text('account.strip.list')}
      </Button>
    </div>
  );
}
