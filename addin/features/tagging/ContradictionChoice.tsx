/** Attendance has everybody online whom the seller marked as present in person. Asked once, of that seller alone, and neutrally: the answer is final. */
import { Button } from '@fluentui/react-components';
import type { JSX } from 'react';
import { presentIn } from '../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { modalities } from '../../../api/contract/vocabulary.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import type { Tagging } from './use-tagging.tsx';

interface ContradictionChoiceProps {
  readonly meeting: Meeting;
  readonly tagging: Tagging;
}

export function ContradictionChoice({ meeting, tagging }: ContradictionChoiceProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const present = presentIn(meeting, tagging.now.draft);
  const names = meeting.contacts.filter(({ contactId }) => present.includes(contactId)).map(({ name }) => name);
  const question = text('tag.question.contradiction', { names: formats.list(names) });
  return (
    <div role="group" aria-label={question} className={styles.question}>
      <h3 className={styles.title}>{question}</h3>
      <div className={styles.answers}>
        {modalities.map((modality) => (
          <Button
            key={modality}
            size="small"
            icon={<ModalityMark mark={modality} />}
            onClick={() => tagging.answer({ kind: 'contradiction', modality })}
          >
            {text(`modality.${modality}`)}
          </Button>
        ))}
      </div>
      <div className={styles.quiet}>{text('tag.contradiction.sentence')}</div>
    </div>
  );
}
