/** How an account stands: icon, word and colour together, so that none of them is needed alone. Its meaning by keyboard: Details. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { LinkDismiss16Regular } from '@fluentui/react-icons/svg/link-dismiss';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { Video16Filled } from '@fluentui/react-icons/svg/video';
import type { JSX } from 'react';
import type { HealthWord as Word } from '../../api/contract/vocabulary.ts';
import { Hint } from './Hint.tsx';
import { useText } from './text.tsx';

const icons = {
  on_track: CheckmarkCircle16Regular,
  due_soon: Clock16Regular,
  new: PersonAdd16Regular,
  not_enough_data: QuestionCircle16Regular,
  overdue: ErrorCircle16Regular,
  completely_virtual: Video16Filled,
  no_contact: LinkDismiss16Regular,
} as const satisfies Readonly<Record<Word, unknown>>;

const useStyles = makeStyles({
  both: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', verticalAlign: 'middle', columnGap: tokens.spacingHorizontalS },
  word: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  unanswered: {
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
  },
  on_track: { color: tokens.colorStatusSuccessForeground1 },
  due_soon: { color: tokens.colorStatusWarningForeground3 },
  new: { color: tokens.colorBrandForeground1 },
  not_enough_data: { color: tokens.colorNeutralForeground2 },
  overdue: { color: tokens.colorStatusDangerForeground3 },
  // The strongest of them: a ground and a frame as well.
  completely_virtual: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    boxShadow: `inset 0 0 0 1px ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `1px ${tokens.spacingHorizontalXS}`,
    // Shadows and grounds are what forced colours take away.
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  no_contact: { color: tokens.colorNeutralForeground1 },
});

interface HealthWordProps {
  readonly word: Word;
  /** Unanswered meetings that could change the word; 0 shows nothing. */
  readonly decidingUnanswered?: number;
}

export function HealthWord({ word, decidingUnanswered = 0 }: HealthWordProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const Icon = icons[word];
  return (
    <span className={styles.both}>
      <Hint content={text(`wordMeans.${word}`)}>
        <span className={mergeClasses(styles.word, styles[word])}>
          <span className={styles.icon} aria-hidden="true">
            <Icon />
          </span>
          {text(`word.${word}`)}
        </span>
      </Hint>
      {decidingUnanswered > 0 && (
        <Hint content={text('meeting.unanswered.means', { count: decidingUnanswered })}>
          <span className={styles.unanswered}>{text('meeting.unanswered', { count: decidingUnanswered })}</span>
        </Hint>
      )}
    </span>
  );
}
