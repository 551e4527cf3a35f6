/** The score as three lines: bar, points of the most there are, and the reason in a sentence. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { scoreReason } from './account-sentences.ts';
import type { Figure } from './explanation.ts';
import { Section } from './Section.tsx';
import { WhyButton } from './WhyButton.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  points: { marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ScoreLinesProps {
  readonly reply: AccountReply;
  readonly onWhy: (figure: Figure) => void;
}

/** The most that all lines together give. */
const maxScore = 100;

export function ScoreLines({ reply: { todayOn, health, contactNames }, onWhy }: ScoreLinesProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  return (
    <Section title={text('account.score')} aside={text('account.score.of', { points: health.score, maxPoints: maxScore })}>
      <ul className={styles.lines}>
        {health.lines.map((line) => {
          const name = text(`score.${line.line}`);
          const points = text('account.score.of', { points: line.points, maxPoints: line.maxPoints });
          return (
            <li key={line.line} className={styles.line}>
              <div className={styles.head}>
                <Text>{name}</Text>
                <WhyButton figure={name} onClick={() => onWhy(line.line)} />
                <Text className={styles.points}>{points}</Text>
              </div>
              <ProgressLine thickness="large" value={line.points} max={line.maxPoints} aria-label={name} aria-valuetext={points} />
              <Text className={styles.quiet}>{scoreReason(line, { todayOn, contactNames, text, formats })}</Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
