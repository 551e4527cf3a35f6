/** Proposed accounts as a list of checkboxes, with one for all of them. Draws what it is given and tells the choice. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { chosenOf, withChosen } from './choose-accounts.ts';
import type { ProposedAccount } from './endpoints.ts';
import { text } from './text.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: 'min(360px, 42vh)',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  entry: { ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  label: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  disabled: { color: 'inherit' },
  counts: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
  empty: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

interface ProposedAccountListProps {
  /** Those that a search has found; what it has not found keeps its choice. */
  readonly found: readonly ProposedAccount[];
  readonly isSearch: boolean;
  /** Domains. */
  readonly chosen: ReadonlySet<string>;
  readonly isDisabled: boolean;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export function ProposedAccountList({ found, isSearch, chosen, isDisabled, onChoose }: ProposedAccountListProps) {
  const styles = useStyles();
  const quiet = mergeClasses(styles.quiet, isDisabled && styles.disabled);
  return (
    <>
      {found.length > 1 && (
        <Checkbox
          label={isSearch ? text.proposals.allFound(found.length) : text.proposals.all(found.length)}
          disabled={isDisabled}
          checked={chosenOf(found, chosen)}
          onChange={(_event, { checked }) => {
            onChoose(withChosen(chosen, found, checked === true));
          }}
        />
      )}
      <ul className={styles.list} aria-label={text.proposals.list}>
        {found.map((proposal) => (
          <li key={proposal.domain} className={styles.entry}>
            <Checkbox
              disabled={isDisabled}
              checked={chosen.has(proposal.domain)}
              onChange={(_event, { checked }) => {
                onChoose(withChosen(chosen, [proposal], checked === true));
              }}
              label={
                <span className={styles.label}>
                  <span className={mergeClasses(styles.name, isDisabled && styles.disabled)}>{proposal.name}</span>
                  <span className={quiet}>{proposal.domain}</span>
                  <span className={mergeClasses(quiet, styles.counts)}>{text.proposals.counts(proposal)}</span>
                </span>
              }
            />
          </li>
        ))}
        {found.length === 0 && <li className={styles.empty}>{text.proposals.nothingFound}</li>}
      </ul>
    </>
  );
}
