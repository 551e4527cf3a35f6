/** The last tap: the day. Today and yesterday are stored at once; another day is chosen first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type JSX, useState } from 'react';
import { byHandDays, dayFault } from '../../ui/by-hand-days.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { DayField } from '../../ui/DayField.tsx';
import { dayAfter } from '../../ui/formats.ts';
import { useFormats, useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

interface DayStepProps {
  readonly todayOn: string;
  /** The day of the appointment beside which this is asked; it stands first unless it lies ahead. */
  readonly likelyOn: string | undefined;
  /** Whether there is somebody to add it for; otherwise it says what is missing. */
  readonly isReady: boolean;
  readonly isSaving: boolean;
  readonly onChoose: (on: string) => void;
}

export function DayStep({ todayOn, likelyOn, isReady, isSaving, onChoose }: DayStepProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const [asksDay, setAsksDay] = useState(false);
  const [on, setOn] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const yesterdayOn = dayAfter({ on: todayOn, days: -1 });
  const isOther = likelyOn !== undefined && likelyOn !== todayOn && likelyOn !== yesterdayOn && !dayFault(likelyOn, byHandDays(todayOn));
  const days = [
    ...(isOther ? [{ on: likelyOn, words: formats.day(likelyOn) }] : []),
    { on: todayOn, words: text('byHand.day.today') },
    { on: yesterdayOn, words: text('byHand.day.yesterday') },
  ];
  const isBlocked = !isReady || isSaving;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setWasSent(true);
    if (!isBlocked && !dayFault(on, byHandDays(todayOn))) onChoose(on);
  }

  return (
    <div role="group" aria-label={text('byHand.day')} className={choiceStyles.question}>
      <h3 className={choiceStyles.title}>{text('byHand.day')}</h3>
      <div className={choiceStyles.answers}>
        {days.map((day) => (
          <Button
            key={day.on}
            appearance={day.on === (likelyOn ?? todayOn) ? 'primary' : 'outline'}
            disabledFocusable={isBlocked}
            onClick={() => onChoose(day.on)}
          >
            {day.words}
          </Button>
        ))}
        <Button disabledFocusable={isBlocked} aria-expanded={asksDay} onClick={() => setAsksDay(!asksDay)}>
          {text('byHand.day.another')}
        </Button>
      </div>
      {!isReady && <div className={choiceStyles.quiet}>{text('byHand.day.hint')}</div>}
      {asksDay && (
        <form noValidate className={styles.form} onSubmit={submit}>
          <DayField value={on} todayOn={todayOn} showsFault={wasSent} onChange={setOn} />
          <Button type="submit" appearance="primary" disabledFocusable={isBlocked}>
            {text('byHand.save')}
          </Button>
        </form>
      )}
    </div>
  );
}
