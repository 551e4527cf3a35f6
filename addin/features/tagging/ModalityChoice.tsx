/** The question "How did you meet?": two large answers, three quiet ones. The suggested answer is filled and, where asked, has the focus. */
import { Button, mergeClasses } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { Modality } from '../../../api/contract/vocabulary.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';

const largeAnswers = ['in_person', 'virtual'] as const;
const quietAnswers = ['phone', 'hybrid'] as const;

interface ModalityChoiceProps {
  readonly suggested: Modality | undefined;
  /** What stands at the moment, when the question is asked again. */
  readonly current: Modality | undefined;
  /** Why the suggestion is what it is. */
  readonly reason: string | undefined;
  readonly hasFocus: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

export function ModalityChoice({ suggested, current, reason, hasFocus, onAnswer }: ModalityChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const preferred = current ?? suggested;
  const first = useFocusOnMount(hasFocus);
  return (
    <div role="group" aria-label={text('tag.question.modality')} className={styles.question}>
      <h3 className={styles.title}>{text('tag.question.modality')}</h3>
      <div className={styles.large}>
        {largeAnswers.map((modality) => (
          <Button
            key={modality}
            size="large"
            className={styles.largeAnswer}
            appearance={preferred === modality ? 'primary' : 'outline'}
            ref={preferred === modality ? first : undefined}
            icon={<ModalityMark mark={modality} />}
            onClick={() => onAnswer({ kind: 'modality', modality })}
          >
            {text(`modality.${modality}`)}
          </Button>
        ))}
      </div>
      <div className={mergeClasses(styles.answers, styles.flush)}>
        {quietAnswers.map((modality) => (
          <Button
            key={modality}
            size="small"
            appearance={preferred === modality ? 'primary' : 'subtle'}
            ref={preferred === modality ? first : undefined}
            className={styles.answer}
            icon={<ModalityMark mark={modality} />}
            onClick={() => onAnswer({ kind: 'modality', modality })}
          >
            {text(`modality.${modality}`)}
          </Button>
        ))}
        <Button
          size="small"
          appearance="subtle"
          className={styles.answer}
          icon={<ModalityMark mark="not_held" />}
          onClick={() => onAnswer({ kind: 'did_not_happen' })}
        >
          {text('tag.didNotHappen')}
        </Button>
      </div>
      <div className={styles.quiet}>{reason ?? text('tag.noSuggestion')}</div>
    </div>
  );
}
