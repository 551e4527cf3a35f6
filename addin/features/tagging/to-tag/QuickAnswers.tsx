/** How a row asks: the two usual answers with the suggestion filled, a rare one when it is suggested, and the rest behind a button. */
import { Button, makeStyles, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type JSX, useState } from 'react';
import type { Answer } from '../../../../api/contract/tag-form.ts';
import type { Modality } from '../../../../api/contract/vocabulary.ts';
import { ModalityMark } from '../../../ui/ModalityMark.tsx';
import { useText } from '../../../ui/text.tsx';

const largeAnswers: readonly Modality[] = ['in_person', 'virtual'];
const rareAnswers: readonly Modality[] = ['phone', 'hybrid'];

const useStyles = makeStyles({
  answers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 559px)': { justifyContent: 'flex-start' },
  },
  answer: { minWidth: 'auto' },
});

interface QuickAnswersProps {
  readonly suggested: Modality | 'unknown';
  /** Whether the Tab key reaches the buttons: those of the current row alone, so that a long list is not a long way. */
  readonly isStop: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

export function QuickAnswers({ suggested, isStop, onAnswer }: QuickAnswersProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const shown = [...largeAnswers, ...rareAnswers.filter((modality) => modality === suggested)];
  return (
    <div className={styles.answers} role="group" aria-label={text('tag.question.modality')}>
      {shown.map((modality) => (
        <Button
          key={modality}
          className={styles.answer}
          tabIndex={isStop ? 0 : -1}
          appearance={suggested === modality ? 'primary' : 'outline'}
          icon={<ModalityMark mark={modality} />}
          onClick={() => onAnswer({ kind: 'modality', modality })}
        >
          {text(`modality.${modality}`)}
        </Button>
      ))}
      <MoreAnswers suggested={suggested} isStop={isStop} onAnswer={onAnswer} />
    </div>
  );
}

/** The menu is made when somebody asks for it: one per row of a long list would cost more than the rows. */
function MoreAnswers({ suggested, isStop, onAnswer }: QuickAnswersProps): JSX.Element {
  const text = useText();
  const [wasAsked, setWasAsked] = useState(false);
  const look = {
    appearance: 'subtle',
    icon: <MoreHorizontal20Regular />,
    tabIndex: isStop ? 0 : -1,
    'aria-label': text('tag.more'),
  } as const;
  if (!wasAsked) return <Button {...look} aria-haspopup="menu" aria-expanded={false} onClick={() => setWasAsked(true)} />;
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton {...look} menuIcon={null} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {rareAnswers
            .filter((modality) => modality !== suggested)
            .map((modality) => (
              <MenuItem key={modality} icon={<ModalityMark mark={modality} />} onClick={() => onAnswer({ kind: 'modality', modality })}>
                {text(`modality.${modality}`)}
              </MenuItem>
            ))}
          <MenuItem icon={<ModalityMark mark="not_held" />} onClick={() => onAnswer({ kind: 'did_not_happen' })}>
            {text('tag.didNotHappen')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
