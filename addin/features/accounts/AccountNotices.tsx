/** What changes how the page is to be read: a pause with its reason and name, and an account outside of the team's figures. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AccountReply, Pause } from '../../../api/contract/accounts.ts';
import { failureKey } from '../../client/failure.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { outsideReason } from './account-sentences.ts';
import { usePausing } from './use-pause.ts';

const useStyles = makeStyles({
  notices: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});

export function AccountNotices({ reply: { account, pause, mayPause } }: { readonly reply: AccountReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const outside = outsideReason(account, text);
  return (
    <div className={styles.notices}>
      {pause && <PausedNotice accountId={account.accountId} pause={pause} mayResume={mayPause} />}
      {outside && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{outside}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface PausedNoticeProps {
  readonly accountId: string;
  readonly pause: Pause;
  readonly mayResume: boolean;
}

function PausedNotice({ accountId, pause: { untilOn, by, reason }, mayResume }: PausedNoticeProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const { isSaving, failure, resume } = usePausing(accountId);
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {text('account.paused', { day: formats.fullDay(untilOn), name: by.name, reason: text(`pauseReason.${reason}`) })}
        </MessageBarBody>
        {mayResume && (
          <MessageBarActions>
            <Button disabledFocusable={isSaving} onClick={() => void resume()}>
              {text('account.resume')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{text(failureKey(failure))}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
