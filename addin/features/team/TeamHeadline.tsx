/** The manager's one sentence about the accounts that bring 80 % of the revenue, with how each of their words is spread. */
import { makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import type { TeamReply } from '../../../api/contract/team.ts';
import { healthWords } from '../../../api/contract/vocabulary.ts';
import { HealthWord } from '../../ui/HealthWord.tsx';
import { useFormats, useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  headline: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '110ch' },
  first: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  figures: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalL}`, margin: 0, padding: 0, listStyleType: 'none' },
  word: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  figure: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusMedium },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function TeamHeadline({ team }: { readonly team: TeamReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  if (!team.headline) return <Text>{text('team.headline.none')}</Text>;
  if (team.headline.accounts === 0) return <Text>{text('team.headline.nobody')}</Text>;
  return (
    <section className={styles.headline} aria-label={text('team.title')}>
      <Sentences headline={team.headline} currency={team.currency} />
      <ul className={styles.figures}>
        {healthWords.map((word) => {
          const count = team.headline?.words[word] ?? 0;
          return (
            count > 0 && (
              <li key={word} className={styles.word}>
                <span>{count}</span>
                <HealthWord word={word} />
              </li>
            )
          );
        })}
        {team.headline.paused > 0 && <li>{text('team.headline.paused', { count: team.headline.paused })}</li>}
      </ul>
      {team.headline.outside > 0 && (
        <Text size={200} className={styles.quiet}>
          {text('team.headline.outside', { count: team.headline.outside })}
        </Text>
      )}
    </section>
  );
}

interface SentencesProps {
  readonly headline: NonNullable<TeamReply['headline']>;
  readonly currency: string;
}

function Sentences({ headline, currency }: SentencesProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const virtualRevenue = { minor: headline.completelyVirtualRevenueMinor, currency };
  const overdueRevenue = { minor: headline.overdueUnplannedRevenueMinor, currency };
  const share = headline.onCadenceRevenueShare === null ? 'none' : formats.share(headline.onCadenceRevenueShare);
  return (
    <>
      <h2 className={styles.first}>{text('team.headline', { onCadence: headline.onCadence, accounts: headline.accounts, share })}</h2>
      <ul className={styles.figures}>
        <Figure full={headline.completelyVirtual > 0 ? formats.fullMoney(virtualRevenue) : undefined}>
          {text('team.headline.virtual', { count: headline.completelyVirtual, revenue: formats.money(virtualRevenue) })}
        </Figure>
        <Figure full={headline.overdueUnplanned > 0 ? formats.fullMoney(overdueRevenue) : undefined}>
          {text('team.headline.overdue', { count: headline.overdueUnplanned, revenue: formats.money(overdueRevenue) })}
        </Figure>
        {headline.coverage !== null && (
          <Figure full={undefined}>{text('team.headline.coverage', { share: formats.share(headline.coverage) })}</Figure>
        )}
        <Figure full={undefined}>{text('team.headline.keyPartners', { count: headline.keyPartnersNeverMet })}</Figure>
      </ul>
    </>
  );
}

/** A sentence whose money is short; the full amount stands in the tooltip, which the keyboard reaches too. */
function Figure({ full, children }: { readonly full: string | undefined; readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  if (full === undefined) return <li>{children}</li>;
  return (
    <li>
      <Tooltip content={full} relationship="description">
        <span className={styles.figure} tabIndex={0}>
          {children}
        </span>
      </Tooltip>
    </li>
  );
}
