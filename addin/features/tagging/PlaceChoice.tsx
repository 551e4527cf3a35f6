/** After a near meeting: where it was. One tap, and the same tap takes it back; never required. */
import { mergeClasses, ToggleButton } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import type { Place } from '../../../api/contract/vocabulary.ts';
import { useText } from '../../ui/text.tsx';
import { useChoiceStyles } from '../../ui/choice-styles.ts';

interface PlaceChoiceProps {
  readonly options: readonly Place[];
  readonly chosen: Place | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

export function PlaceChoice({ options, chosen, onAnswer }: PlaceChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <div role="group" aria-label={text('tag.question.place')} className={styles.question}>
      <h3 className={styles.title}>{text('tag.question.place')}</h3>
      <div className={styles.answers}>
        {options.map((place) => (
          <ToggleButton
            key={place}
            size="small"
            shape="circular"
            className={mergeClasses(styles.answer, chosen === place && styles.chosen)}
            checked={chosen === place}
            onClick={() => onAnswer({ kind: 'place', place: chosen === place ? undefined : place })}
          >
            {text(`place.${place}`)}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
