/** Which account it is and how it stands: name, word with its reason, and the facts that its cadence comes from. */
import { makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import type { JSX, ReactNode, Ref } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { PausedUntil } from '../../ui/PausedUntil.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { cadenceReason, tierReason, wordReason } from './account-sentences.ts';
import type { Figure } from './explanation.ts';
import { WhyButton } from './WhyButton.tsx';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // It can have the focus, but is no control that a ring would point out.
    outlineStyle: 'none',
  },
  standing: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalS}` },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  fact: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, alignSelf: 'flex-start' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, margin: 0 },
  money: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
  },
});

interface AccountHeaderProps {
  readonly reply: AccountReply;
  /** Day of the first remote meeting since the last near one; undefined while it is not known. */
  readonly remoteSinceOn: string | undefined;
  readonly onWhy: (figure: Figure) => void;
  /** Where the focus goes when it has no better place. */
  readonly heading: Ref<HTMLHeadingElement>;
  /** What can be done with the account. */
  readonly actions: ReactNode;
}

export function AccountHeader({ reply, remoteSinceOn, onWhy, heading, actions }: AccountHeaderProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { account, health, pause } = reply;
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h2 ref={heading} className={styles.name} tabIndex={-1}>
          {account.name}
        </h2>
        {actions}
      </div>
      <div className={styles.standing}>
        <HealthWord word={health.word} decidingUnanswered={health.decidingUnanswered} />
        <WhyButton figure={text(`word.${health.word}`)} onClick={() => onWhy('word')} />
        {pause && <PausedUntil untilOn={pause.untilOn} />}
      </div>
      <Text>
        {wordReason(reply, remoteSinceOn, { text, formats })}
        {health.decidingUnanswered > 0 && ` ${text('meeting.unanswered.means', { count: health.decidingUnanswered })}`}
      </Text>
      <Facts reply={reply} />
    </header>
  );
}

function Facts({ reply: { account, currency, health } }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const revenue = { minor: account.revenueMinor, currency };
  const { owner, parent, domains, merged } = account;
  return (
    <dl className={styles.facts} aria-label={text('account.facts')}>
      <Fact label={text('account.fact.tier')} note={tierReason(account, text)}>
        {account.tierOverride?.tier ?? account.tier}
      </Fact>
      <Fact label={text('account.fact.cadence')} note={cadenceReason(account, { text, formats })}>
        {text('account.cadence', { days: account.cadenceDays })}
      </Fact>
      <Fact label={text('account.fact.revenue')}>
        <Tooltip content={formats.fullMoney(revenue)} relationship="description">
          <span className={styles.money} tabIndex={0}>
            {formats.money(revenue)}
          </span>
        </Tooltip>
      </Fact>
      <Fact label={text('account.fact.owner')}>{owner?.name ?? text('account.noOwner')}</Fact>
      <Fact label={text('account.fact.next')}>{health.nextVisitOn ? formats.day(health.nextVisitOn) : text('account.next.none')}</Fact>
      <Fact label={text('account.fact.visitors')}>{text(`visitors.${account.visitorPolicy}`)}</Fact>
      {parent && (
        <Fact label={text('account.fact.parent')}>
          <AccountName accountId={parent.accountId} name={parent.name} />
        </Fact>
      )}
      {domains.length > 0 && <Fact label={text('account.fact.domains', { count: domains.length })}>{formats.list(domains)}</Fact>}
      {merged.length > 0 && <Fact label={text('account.fact.merged')}>{formats.list(merged.map(({ name }) => name))}</Fact>}
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  /** Where the value comes from. */
  readonly note?: string;
  readonly children: ReactNode;
}

function Fact({ label, note, children }: FactProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
