/** Who of ours has met the account, each with their own mix of meetings; the owner is named even without any. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { type Colleague, colleagueLast } from './account-sentences.ts';
import { usePeopleStyles } from './people-styles.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  mix: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  part: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

export function Colleagues({ reply: { todayOn, account, colleagues } }: { readonly reply: AccountReply }): JSX.Element {
  const people = usePeopleStyles();
  const text = useText();
  const { owner } = account;
  const isOwnerMissing = owner !== null && colleagues.every(({ id }) => id !== owner.id);
  return (
    <Section title={text('account.colleagues')}>
      {isOwnerMissing && <Text>{text('account.colleagues.ownerNotMet', { name: owner.name })}</Text>}
      {colleagues.length === 0 && !isOwnerMissing && <Text className={people.quiet}>{text('account.colleagues.none')}</Text>}
      {colleagues.length > 0 && (
        <ul className={people.list}>
          {colleagues.map((colleague) => (
            <Mix key={colleague.id} colleague={colleague} todayOn={todayOn} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Mix({ colleague, todayOn }: { readonly colleague: Colleague; readonly todayOn: string }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const last = colleagueLast(colleague, todayOn, { text, formats });
  return (
    <li className={people.words}>
      <span className={people.name}>{colleague.name}</span>
      <span className={styles.mix}>
        <span className={styles.part}>
          <ModalityMark mark="in_person" sizePx={12} />
          {text('account.colleague.near', { count: colleague.near })}
        </span>
        <span className={styles.part}>
          <ModalityMark mark="virtual" sizePx={12} />
          {text('account.colleague.remote', { count: colleague.remote })}
        </span>
      </span>
      {last && <Text className={people.quiet}>{last}</Text>}
    </li>
  );
}
