/** After a meeting of which nobody had accepted the invitation: who came, so that the account counts as met. */
import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useText } from '../../ui/text.tsx';
import { useChosenPeople } from '../../ui/use-chosen-people.ts';
import type { Contact } from './welcome-questions.ts';

const useStyles = makeStyles({
  /** Reading goes on here; nothing can be done with it. */
  heading: { ':focus': { outlineStyle: 'none' } },
});

interface PresenceQuestionProps {
  readonly account: string;
  readonly people: readonly Contact[];
  readonly isSaving: boolean;
  readonly onAnswer: (contactIds: readonly string[]) => void;
  readonly onLeave: () => void;
}

export function PresenceQuestion({ account, people, isSaving, onAnswer, onLeave }: PresenceQuestionProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const chosen = useChosenPeople(people);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that asked for this has gone.
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <div role="group" aria-label={text('welcome.who')} className={choiceStyles.question}>
      <h4 ref={heading} tabIndex={-1} className={mergeClasses(choiceStyles.title, styles.heading)}>
        {text('welcome.who')}
      </h4>
      <Text>{text('welcome.who.sentence', { account })}</Text>
      <PeopleChips people={people} chosenIds={chosen.ids} onChoose={chosen.choose} />
      <div className={choiceStyles.answers}>
        <Button appearance="primary" disabledFocusable={isSaving || chosen.ids.length === 0} onClick={() => onAnswer(chosen.ids)}>
          {text('welcome.who.save')}
        </Button>
        <Button appearance="subtle" disabledFocusable={isSaving} onClick={onLeave}>
          {text('welcome.who.none')}
        </Button>
      </div>
    </div>
  );
}
