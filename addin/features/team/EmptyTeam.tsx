/** A tenant that is not set up yet: the steps that are missing, in place of an empty table. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import type { JSX } from 'react';
import type { TeamReply } from '../../../api/contract/team.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function EmptyTeam({ team: { accounts, calendars } }: { readonly team: TeamReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const steps = [
    { key: 'team.empty.accounts', isDone: accounts.length > 0 },
    { key: 'team.empty.sellers', isDone: calendars.total > 0 },
    { key: 'team.empty.calendars', isDone: calendars.read > 0 },
  ] as const;
  const missing = steps.filter(({ isDone }) => !isDone).length;
  return (
    <EmptyState title={text('team.empty.title', { count: missing })}>
      <ol className={styles.steps}>
        {steps.map(({ key, isDone }) => (
          <li key={key} className={styles.step}>
            <span className={styles.icon} role="img" aria-label={text(isDone ? 'team.empty.done' : 'team.empty.open')}>
              {isDone ? <CheckmarkCircle20Filled /> : <Circle20Regular />}
            </span>
            {text(key)}
          </li>
        ))}
      </ol>
      <Text className={styles.quiet}>{text('team.empty.hint')}</Text>
    </EmptyState>
  );
}
