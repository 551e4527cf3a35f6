/** The first tap: which account. Those met last stand at once, the others behind a search by their name or their people's. */
import { Button, Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { findOwnAccounts } from './own-accounts.ts';

/** More would be a list to read instead of one tap; a search finds the others. */
const maxShown = 6;

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  account: { width: '100%', maxWidth: 'none', justifyContent: 'start', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  words: {
    display: 'flex',
    flexGrow: 1,
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalS}`,
    minWidth: 0,
  },
});

interface AccountStepProps {
  readonly accounts: readonly OwnAccount[];
  readonly onChoose: (account: OwnAccount) => void;
}

export function AccountStep({ accounts, onChoose }: AccountStepProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const { locale } = useFormats();
  const [search, setSearch] = useState('');
  if (accounts.length === 0) {
    return (
      <EmptyState title={text('byHand.account.none.title')}>
        <Text>{text('byHand.account.none.sentence')}</Text>
      </EmptyState>
    );
  }
  const found = findOwnAccounts(accounts, search, locale);
  const shown = found.slice(0, maxShown);
  return (
    <div role="group" aria-label={text('byHand.account')} className={choiceStyles.question}>
      <h3 className={choiceStyles.title}>{text('byHand.account')}</h3>
      {accounts.length > maxShown && (
        <Field label={text('byHand.search')}>
          <SearchBox
            className={styles.search}
            dismiss={{ 'aria-label': text('search.clear') }}
            value={search}
            onChange={(_event, { value }) => setSearch(value)}
          />
        </Field>
      )}
      <ul className={styles.list}>
        {shown.map((account) => (
          <li key={account.accountId}>
            <Button className={styles.account} onClick={() => onChoose(account)}>
              <span className={styles.words}>
                <span>{account.name}</span> <HealthWord word={account.word} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <div className={choiceStyles.quiet} role="status">
        {found.length === 0 && text('byHand.account.noMatch')}
        {found.length > shown.length && text('byHand.account.more', { count: found.length - shown.length })}
      </div>
    </div>
  );
}
