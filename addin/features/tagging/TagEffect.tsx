/** What the answers of this visit changed: the word before and after, the strip, and who was met. Shows what the server decided. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { JSX } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { isNear } from '../../../api/contract/vocabulary.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { firstNearWords } from './tag-words.ts';
import type { StoredTag, WordChange } from './tagging-session.ts';

const useStyles = makeStyles({
  effect: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalS}` },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type InvitedPerson = Pick<Meeting['contacts'][number], 'contactId' | 'name' | 'isKeyPartner'>;

interface TagEffectProps {
  readonly changes: readonly WordChange[];
  readonly tag: StoredTag | undefined;
  readonly contacts: readonly InvitedPerson[];
  readonly todayOn: string;
  readonly showsStrip: boolean;
}

export function TagEffect({ changes, tag, contacts, todayOn, showsStrip }: TagEffectProps): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  if (changes.length === 0 || !tag) return undefined;
  return (
    <div role="group" aria-label={text('effect.title')} className={styles.effect} aria-live="polite">
      {tag.outcome !== 'held' && <Text className={styles.quiet}>{text('tag.notHeldEffect')}</Text>}
      {changes.map((change) => (
        <AccountEffect key={change.accountId} change={change} tag={tag} todayOn={todayOn} showsStrip={showsStrip} />
      ))}
      <PeopleMet tag={tag} contacts={contacts} />
    </div>
  );
}

interface AccountEffectProps extends Pick<TagEffectProps, 'todayOn' | 'showsStrip'> {
  readonly change: WordChange;
  readonly tag: StoredTag;
}

function AccountEffect({ change, tag, todayOn, showsStrip }: AccountEffectProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { name, before, after } = change;
  // A row shows word and strip of the account already.
  const hasChanged = before.word !== after.word;
  const isRemote = tag.modality !== null && !isNear(tag.modality);
  const sentence =
    firstNearWords(change, text, formats) ??
    (isRemote && after.virtualStreak > 0 ? text('effect.virtualStreak', { count: after.virtualStreak }) : undefined);
  return (
    <>
      {(hasChanged || showsStrip) && (
        <div className={styles.words}>
          <AccountName accountId={change.accountId} name={name} />
          {hasChanged && (
            <>
              <HealthWord word={before.word} />
              <span className={styles.arrow} role="img" aria-label={text('effect.then')}>
                <ArrowRight16Regular />
              </span>
            </>
          )}
          <HealthWord word={after.word} decidingUnanswered={after.decidingUnanswered} />
        </div>
      )}
      {showsStrip && <TouchStrip strip={after.strip} todayOn={todayOn} variant="wide" />}
      {sentence && <Text>{sentence}</Text>}
    </>
  );
}

/** After a near meeting alone: who of the customer was seen, and who was invited and was not. */
function PeopleMet({ tag, contacts }: { readonly tag: StoredTag; readonly contacts: readonly InvitedPerson[] }): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  if (tag.modality === null || !isNear(tag.modality)) return undefined;
  const present = new Set(tag.presentContactIds);
  const met = contacts.filter(({ contactId }) => present.has(contactId)).map(({ name }) => name);
  const missed = contacts.filter(({ contactId, isKeyPartner }) => isKeyPartner && !present.has(contactId)).map(({ name }) => name);
  return (
    <Text size={200} className={styles.quiet}>
      {met.length > 0 && `${text('effect.metNow', { names: formats.list(met) })}. `}
      {missed.length > 0 && `${text('effect.notMetNow', { names: formats.list(missed) })}.`}
    </Text>
  );
}
