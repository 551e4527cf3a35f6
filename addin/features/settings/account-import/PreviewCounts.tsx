/** The figures of a preview in one line, as the server counted them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PreviewReply } from '../../../../api/contract/account-import.ts';
import { useText } from '../../../ui/text.tsx';

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`, margin: 0 },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** In the order in which they are read: what happens, what is in the way, what stays. */
const countNames = ['added', 'changed', 'unchanged', 'refused', 'noticed', 'notInFile'] as const;

export function PreviewCounts({ preview }: { readonly preview: PreviewReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <dl className={styles.counts}>
      {countNames.map((name) => (
        <div key={name} className={styles.count}>
          <dt className={styles.name}>{text(`import.count.${name}`)}</dt>
          <dd className={styles.figure}>{text('number', { value: preview[name] })}</dd>
        </div>
      ))}
    </dl>
  );
}
