/** A contact's name, with a star for somebody who matters for the decision; the star has words for those who do not see it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Star12Filled } from '@fluentui/react-icons/svg/star';
import type { JSX } from 'react';
import { useText } from './text.tsx';

const useStyles = makeStyles({
  person: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, maxWidth: '100%' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  star: { flexShrink: 0 },
});

export function PersonName({ name, isKeyPartner }: { readonly name: string; readonly isKeyPartner: boolean }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <span className={styles.person}>
      <span className={styles.name}>{name}</span>
      {isKeyPartner && (
        <Star12Filled className={styles.star} role="img" aria-label={text('tag.keyPartner')} title={text('tag.keyPartner')} />
      )}
    </span>
  );
}
