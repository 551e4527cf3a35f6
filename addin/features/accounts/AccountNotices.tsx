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

interface AccountNoticesProps {
  readonly reply: AccountReply;
  /** The button that was pressed is gone then. */
  readonly onResumed: () => void;
}

export function AccountNotices({ reply: { account, pause, mayPause }, onResumed }: AccountNoticesProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const outside = outsideReason(account, text);
  return (
    <div className={styles.notices}>
      {pause && <PausedNotice accountId={account.accountId} pause={pause} mayResume={mayPause} onResumed={onResumed} />}
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
  readonly onResumed: () => void;
}

function PausedNotice({ accountId, pause: { untilOn, by, reason }, mayResume, onResumed }: PausedNoticeProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const { isSaving, failure, resume } = usePausing(accountId);

  async function end(): Promise<void> {
    if (!isSaving && (await resume())) onResumed();
  }

  return (
    <>
      <MessageBar intent="info">
        <MessageBarBody>
          {text('account.paused', { day: formats.fullDay(untilOn), name: by.name, reason: text(`pauseReason.${reason}`) })}
        </MessageBarBody>
        {mayResume && (
          <MessageBarActions>
            <Button disabledFocusable={isSaving} onClick={() => void end()}>
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
