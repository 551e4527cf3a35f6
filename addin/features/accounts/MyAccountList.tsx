/** The seller's own accounts as rows: what to do next, how each stands, and the ways to do it. One stop of the Tab key per list. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type JSX, memo } from 'react';
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import { accountDetails } from '../../ui/account-details.ts';
import { AccountName } from '../../ui/AccountName.tsx';
import { Details, detailsStop } from '../../ui/Details.tsx';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { PausedUntil } from '../../ui/PausedUntil.tsx';
import { useRovingRows } from '../../ui/roving-rows.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { TouchStrip } from '../../ui/TouchStrip.tsx';
import { AskInPerson } from './AskInPerson.tsx';
import { nextStepSentence, personToInvite } from './next-step-words.ts';
import { PlanVisit } from './PlanVisit.tsx';

const medium = '@media (max-width: 1099px)';
const narrow = '@media (max-width: 619px)';
/** About the height of a row: lets the browser leave out what is not on the screen. */
const rowHeightPx = 92;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 168px minmax(0, 264px) 176px',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: `auto ${String(rowHeightPx)}px`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
    [medium]: { gridTemplateColumns: 'minmax(0, 1fr) 176px' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  standing: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  sentence: { fontWeight: tokens.fontWeightSemibold },
  calm: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [medium]: { gridRowStart: 2, gridColumnStart: 1, display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
    [narrow]: { gridRowStart: 'auto' },
  },
  fact: { display: 'contents', [medium]: { display: 'flex', gap: tokens.spacingHorizontalXS } },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  strip: { [medium]: { gridRowStart: 2, gridColumnStart: 2 }, [narrow]: { gridRowStart: 'auto', gridColumnStart: 1 } },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    [narrow]: { justifyContent: 'flex-start' },
  },
});

interface MyAccountListProps {
  readonly accounts: readonly OwnAccount[];
  readonly todayOn: string;
  /** Where meetings are answered. */
  readonly toTagHref: string;
}

export function MyAccountList({ accounts, todayOn, toTagHref }: MyAccountListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { stopId, ...stops } = useRovingRows(accounts.map(({ accountId }) => accountId));
  return (
    <ul className={styles.list} aria-label={text('mine.list')} aria-description={text('mine.keys')} {...stops}>
      {accounts.map((account) => (
        <Row key={account.accountId} account={account} todayOn={todayOn} toTagHref={toTagHref} isStop={account.accountId === stopId} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly account: OwnAccount;
  readonly todayOn: string;
  readonly toTagHref: string;
  /** Whether the Tab key reaches this row; the arrows reach the others. */
  readonly isStop: boolean;
}

const Row = memo(function Row({ account, todayOn, toTagHref, isStop }: RowProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { accountId, name, step } = account;
  const isCalm = step.code === 'paused' || step.code === 'all_well' || step.code === 'visit_planned';
  const lines = accountDetails(account, todayOn, { text, formats });
  return (
    <Details lines={lines}>
      <li className={styles.row} data-row={accountId} {...detailsStop(lines, isStop)}>
        <div className={styles.who}>
          <span className={styles.standing}>
            <AccountName accountId={accountId} name={name} isStop={isStop} />
            <HealthWord word={account.word} decidingUnanswered={account.decidingUnanswered} />
            {!account.isOwner && <span className={styles.label}>{text('mine.colleague')}</span>}
            {account.pausedUntilOn && <PausedUntil untilOn={account.pausedUntilOn} />}
          </span>
          <Text className={mergeClasses(styles.sentence, isCalm && styles.calm)}>{nextStepSentence(step, todayOn, { text, formats })}</Text>
        </div>
        <div className={styles.strip}>
          <TouchStrip strip={account.strip} todayOn={todayOn} cadenceDays={account.cadenceDays} />
        </div>
        <Facts account={account} todayOn={todayOn} />
        <div className={styles.actions}>
          <Actions account={account} toTagHref={toTagHref} isStop={isStop} />
        </div>
      </li>
    </Details>
  );
});

function Facts({ account, todayOn }: Pick<RowProps, 'account' | 'todayOn'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { lastNearOn, keyPartners: total, keyPartnersMet: met, nextVisitOn } = account;
  const facts = [
    { label: text('mine.lastNear'), value: lastNearOn === null ? text('mine.never') : formats.daysAgo({ on: lastNearOn, todayOn }) },
    { label: text('mine.keyPartners'), value: total > 0 ? text('mine.keyPartners.met', { met, total }) : text('mine.keyPartners.none') },
    { label: text('mine.next'), value: nextVisitOn === null ? text('mine.next.none') : formats.day(nextVisitOn) },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ account, toTagHref, isStop }: Pick<RowProps, 'account' | 'toTagHref' | 'isStop'>): JSX.Element | undefined {
  const text = useText();
  const { accountId, name, step } = account;
  if (step.code === 'paused') return undefined;
  if (step.code === 'answer_meetings') {
    return (
      <Button as="a" size="small" href={toTagHref} tabIndex={isStop ? 0 : -1} aria-label={`${text('mine.toTag')}: ${name}`}>
        {text('mine.toTag')}
      </Button>
    );
  }
  const common = { accountId, accountName: name, contactId: personToInvite(step), isInList: true, isStop };
  return (
    <>
      <PlanVisit {...common} />
      <AskInPerson {...common} />
    </>
  );
}
