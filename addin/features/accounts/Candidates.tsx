/** Whom to name as key partner: people met or invited most often first, each named by one tap. */
import { Button, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { Candidate } from '../../../api/contract/key-partners.ts';
import { useText } from '../../ui/text.tsx';
import { usePeopleStyles } from './people-styles.ts';

const shownAtFirst = 4;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  candidate: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
  },
});

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  readonly isBusy: boolean;
  readonly onName: (candidate: Candidate) => void;
}

export function Candidates({ candidates, isBusy, onName }: CandidatesProps): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? candidates : candidates.slice(0, shownAtFirst);
  const hidden = candidates.length - shown.length;
  return (
    <>
      <ul className={styles.list} aria-label={text('keyPartners.candidates')}>
        {shown.map((candidate) => (
          <li key={candidate.contactId} className={styles.candidate}>
            <div className={people.words}>
              <Tooltip content={candidate.mail} relationship="description">
                <span className={styles.name} tabIndex={0}>
                  {candidate.name}
                </span>
              </Tooltip>
              <Text size={200} className={people.quiet}>
                {text('keyPartners.meetings', { count: candidate.meetings })}
              </Text>
            </div>
            <Button
              size="small"
              aria-label={text('keyPartners.name.of', { name: candidate.name })}
              disabledFocusable={isBusy}
              onClick={() => onName(candidate)}
            >
              {text('keyPartners.name')}
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setShowsAll(true)}>
            {text('keyPartners.more', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );
}
