/** An answer that is in no calendar: whom the seller met, and on which day. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, type JSX, useState } from 'react';
import { byHandDays, dayFault } from '../../ui/by-hand-days.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { DayField } from '../../ui/DayField.tsx';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useText } from '../../ui/text.tsx';
import { useChosenPeople } from '../../ui/use-chosen-people.ts';
import type { DayAnswer } from './use-account-answer.ts';
import type { Contact } from './welcome-questions.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '480px' },
});

interface AnotherDayProps {
  /** At least one; likeliest first. */
  readonly people: readonly Contact[];
  readonly todayOn: string;
  readonly isSaving: boolean;
  readonly onAnswer: (answer: DayAnswer) => void;
}

export function AnotherDay({ people, todayOn, isSaving, onAnswer }: AnotherDayProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const chosen = useChosenPeople(people);
  const [on, setOn] = useState('');
  const [wasSent, setWasSent] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setWasSent(true);
    if (chosen.ids.length > 0 && !dayFault(on, byHandDays(todayOn))) onAnswer({ on, contactIds: chosen.ids });
  }

  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <div role="group" aria-label={text('byHand.people')} className={choiceStyles.question}>
        <h4 className={choiceStyles.title}>{text('byHand.people')}</h4>
        <PeopleChips people={people} chosenIds={chosen.ids} onChoose={chosen.choose} />
        {wasSent && chosen.ids.length === 0 && (
          <Text size={200} role="alert">
            {text('byHand.people.missing')}
          </Text>
        )}
      </div>
      <DayField value={on} todayOn={todayOn} showsFault={wasSent} onChange={setOn} />
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
          {text(isSaving ? 'byHand.saving' : 'byHand.save')}
        </Button>
      </div>
    </form>
  );
}
