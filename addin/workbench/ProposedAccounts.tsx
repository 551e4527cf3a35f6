/** The companies of one's own meetings, to be confirmed as accounts: search, list, and the one button that brings the chosen ones in. */
import { Button, MessageBar, MessageBarBody, ProgressBar, SearchBox, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { foundBy, likelyDomains, minSearched } from './choose-accounts.ts';
import { isRefused } from './endpoints.ts';
import { ProposedAccountList } from './ProposedAccountList.tsx';
import { text } from './text.ts';
import type { ProposedAccountsHere } from './use-proposed-accounts.ts';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
  search: { maxWidth: 'none' },
  running: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface ProposedAccountsProps extends Omit<ProposedAccountsHere, 'answer'> {
  readonly onLater: () => void;
}

const nobody: ReadonlySet<string> = new Set();

export function ProposedAccounts({ proposals, isFirstChoice, isRunning, error, bringIn, onLater }: ProposedAccountsProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  // Who has chosen before has passed over the rest.
  const [chosen, setChosen] = useState(() => (isFirstChoice ? likelyDomains(proposals) : nobody));
  const found = foundBy(search, proposals);
  // A proposal that has become an account meanwhile is not among them any more.
  const domains = proposals.map(({ domain }) => domain).filter((domain) => chosen.has(domain));
  return (
    <div className={styles.room}>
      <Text>{text.proposals.lead}</Text>
      {proposals.length >= minSearched && (
        <SearchBox
          className={styles.search}
          aria-label={text.proposals.search}
          placeholder={text.proposals.search}
          value={search}
          onChange={(_event, data) => {
            setSearch(data.value);
          }}
        />
      )}
      <ProposedAccountList
        found={found}
        isSearch={found.length < proposals.length}
        chosen={chosen}
        isDisabled={isRunning}
        onChoose={setChosen}
      />
      {error !== null && !isRunning && <Failed error={error} />}
      {isRunning && (
        <div className={styles.running}>
          <Text role="status">{text.proposals.running}</Text>
          <ProgressBar aria-label={text.proposals.running} />
        </div>
      )}
      <div className={styles.actions}>
        <Button disabledFocusable={isRunning} onClick={onLater}>
          {text.proposals.later}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={isRunning || domains.length === 0}
          onClick={() => {
            bringIn(domains);
          }}
        >
          {domains.length === 0 ? text.proposals.bringInNone : text.proposals.bringIn(domains.length)}
        </Button>
      </div>
    </div>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {text.proposals.failed} {isRefused(error) ? (error.sentence ?? text.refused(error.status)) : text.unreachable}
      </MessageBarBody>
    </MessageBar>
  );
}
