/** The question behind "Didn't happen": what happened instead. None of its answers counts for or against an account. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { JSX } from 'react';
import type { Answer, OtherOutcome } from '../../../api/contract/tag-form.ts';
import { useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';

interface OutcomeChoiceProps {
  readonly options: readonly OtherOutcome[];
  readonly onAnswer: (answer: Answer) => void;
}

export function OutcomeChoice({ options, onAnswer }: OutcomeChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const first = useFocusOnMount();
  return (
    <div role="group" aria-label={text('tag.question.outcome')} className={styles.question}>
      <h3 className={styles.title}>{text('tag.question.outcome')}</h3>
      <div className={styles.answers}>
        {options.map((outcome, index) => (
          <Button key={outcome} ref={index === 0 ? first : undefined} onClick={() => onAnswer({ kind: 'outcome', outcome })}>
            {text(`outcome.${outcome}`)}
          </Button>
        ))}
      </div>
      <Button
        size="small"
        appearance="subtle"
        className={mergeClasses(styles.answer, styles.flush)}
        icon={<ArrowLeft16Regular />}
        onClick={() => onAnswer({ kind: 'change' })}
      >
        {text('tag.back')}
      </Button>
    </div>
  );
}
