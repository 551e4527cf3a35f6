/** A meeting of the calendar that may have been the last in person: when, where or what, with whom, and why it is offered. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Candidate } from '../../../api/contract/welcome.ts';
import { isNear } from '../../../api/contract/vocabulary.ts';
import { localDayOf } from '../../ui/formats.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { suggestionWords } from '../../ui/suggestion-words.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';

const useStyles = makeStyles({
  button: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    justifyContent: 'start',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    maxWidth: 'none',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  key: {
    alignSelf: 'start',
    minWidth: '20px',
    textAlign: 'center',
    border: `1px solid currentColor`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  when: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'inline-flex', color: tokens.colorBrandForeground1, '@media (forced-colors: active)': { color: 'ButtonText' } },
  /** At most two lines of what may be a whole address. */
  line: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface CandidateButtonProps {
  readonly candidate: Candidate;
  /** The digit that chooses it. */
  readonly digit: number;
  readonly todayOn: string;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

export function CandidateButton({ candidate, digit, todayOn, isDisabled, onChoose }: CandidateButtonProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const { startsAt, subject, locationText, suggestion, contacts } = candidate;
  const on = localDayOf(startsAt, timeZone);
  const nearMark = suggestion.modality !== 'unknown' && isNear(suggestion.modality) ? suggestion.modality : undefined;
  const what = [subject, locationText].filter((words) => words.trim() !== '').join(', ');
  const reason = suggestionWords(suggestion, text, formats);
  return (
    <Button className={styles.button} disabledFocusable={isDisabled} aria-keyshortcuts={String(digit)} onClick={onChoose}>
      <span className={styles.key} aria-hidden="true">
        {digit}
      </span>
      <span className={styles.lines}>
        <span className={styles.when}>
          {nearMark && (
            <span className={styles.mark}>
              <ModalityMark mark={nearMark} sizePx={12} />
            </span>
          )}
          {text('welcome.candidate.when', { day: formats.day(on), ago: formats.daysAgo({ on, todayOn }) })}
        </span>
        {what && (
          <span className={styles.line} title={what}>
            {what}
          </span>
        )}
        {contacts.length > 0 && <span className={styles.line}>{formats.list(contacts.map(({ name }) => name))}</span>}
        {reason && <span className={mergeClasses(styles.line, styles.small)}>{reason}</span>}
      </span>
    </Button>
  );
}
