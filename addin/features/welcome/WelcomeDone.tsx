/** The quiet end: how the seller's accounts stand now, and what this visit added. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { isOnCadence } from '../../../api/contract/vocabulary.ts';
import { useMyAccounts } from '../../client/queries.ts';
import { useText } from '../../ui/text.tsx';
import { gainedOnCadence, type WordChange } from './word-changes.ts';

const useStyles = makeStyles({
  done: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

export function WelcomeDone({ changes }: { readonly changes: readonly WordChange[] }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const accounts = useMyAccounts().data?.accounts;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The last answer has gone, and its focus with it.
    if (document.activeElement === document.body && document.hasFocus()) heading.current?.focus();
  }, []);
  const counts = accounts && {
    onCadence: accounts.filter(({ word }) => isOnCadence(word)).length,
    total: accounts.length,
    gained: Math.max(0, gainedOnCadence(changes)),
  };
  return (
    <section className={styles.done} aria-labelledby="welcome-done">
      <h3 id="welcome-done" ref={heading} tabIndex={-1} className={styles.title}>
        {text('welcome.done.title')}
      </h3>
      {counts && counts.total > 0 && <Text role="status">{text('welcome.done.onCadence', counts)}</Text>}
      <Text>{text('welcome.done.thanks')}</Text>
    </section>
  );
}
