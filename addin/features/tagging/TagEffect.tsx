/** What the answers of this visit changed: the word before and after, the strip, and who was met. Shows what the server decided. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { JSX } from 'react';
import { isNear } from '../../../api/contract/vocabulary.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { AskAfterCall } from './AskAfterCall.tsx';
import { firstNearWords, type InvitedPerson, personToAsk } from './tag-words.ts';
import type { StoredTag, WordChange } from './tagging-session.ts';

const useStyles = makeStyles({
  effect: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalS}` },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

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
        <AccountEffect key={change.accountId} change={change} tag={tag} contacts={contacts} todayOn={todayOn} showsStrip={showsStrip} />
      ))}
      <PeopleMet tag={tag} contacts={contacts} />
    </div>
  );
}

interface AccountEffectProps extends Pick<TagEffectProps, 'contacts' | 'todayOn' | 'showsStrip'> {
  readonly change: WordChange;
  readonly tag: StoredTag;
}

function AccountEffect({ change, tag, contacts, todayOn, showsStrip }: AccountEffectProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { name, before, after } = change;
  // A row shows word and strip of the account already.
  const hasChanged = before.word !== after.word;
  const firstNear = firstNearWords(change, text, formats);
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
      {firstNear && <Text>{firstNear}</Text>}
      <AfterRemote change={change} tag={tag} contacts={contacts} todayOn={todayOn} />
    </>
  );
}

/** After a remote meeting alone: the how many-th in a row it is, and the visit that is planned or whom to ask for one. */
function AfterRemote({ change, tag, contacts, todayOn }: Omit<AccountEffectProps, 'showsStrip'>): JSX.Element | undefined {
  const text = useText();
  const formats = useFormats();
  const { accountId, name, after } = change;
  if (tag.modality === null || isNear(tag.modality)) return undefined;
  const next = after.nextVisitOn;
  const person = next === null ? personToAsk(change, tag, contacts) : undefined;
  return (
    <>
      {after.virtualStreak > 0 && <Text>{text('effect.virtualStreak', { count: after.virtualStreak })}</Text>}
      {next !== null && <Text>{text('visit.next', { day: formats.day(next), when: formats.daysAgo({ on: next, todayOn }) })}</Text>}
      {person && <AskAfterCall accountId={accountId} accountName={name} person={person} todayOn={todayOn} />}
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
