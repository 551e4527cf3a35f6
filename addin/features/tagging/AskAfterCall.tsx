/** After a remote meeting: "Ask Dana for a coffee?" One tap opens an appointment to send, the other notes that they were asked. */
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useHost } from '../../host/host-context.tsx';
import { useText, useTimeZone } from '../../ui/text.tsx';
import { usualVisitDay, visitDraft } from '../../ui/visit-draft.ts';
import type { PersonToAsk } from './tag-words.ts';

const useStyles = makeStyles({
  ask: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  words: { flexGrow: 1, ':focus': { outlineStyle: 'none' } },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

interface AskAfterCallProps {
  readonly accountId: string;
  readonly accountName: string;
  readonly person: PersonToAsk;
  readonly todayOn: string;
}

export function AskAfterCall({ accountId, accountName, person, todayOn }: AskAfterCallProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const host = useHost();
  const timeZone = useTimeZone();
  const asking = useSentCommand('ask-in-person');
  const undoing = useSentCommand('undo-ask');
  const words = useRef<HTMLDivElement>(null);
  const { contactId, name, mail } = person;
  const about = text('visit.about.ask', { name });
  const isAsked = (asking.state.kind === 'done' && undoing.state.kind !== 'done') || asking.state.kind === 'kept';
  useEffect(() => {
    // The button that was pressed has gone and its focus with it: reading goes on here.
    if (document.activeElement === document.body && document.hasFocus()) words.current?.focus({ preventScroll: true });
  }, [isAsked]);

  function plan(): void {
    const idea = { accountName, on: usualVisitDay(todayOn), place: 'coffee', attendees: [mail] } as const;
    void host.openAppointment(visitDraft(idea, text));
  }

  function ask(): void {
    undoing.forget();
    void asking.send({ params: { accountId }, request: { contactId, askedOn: todayOn, timeZone } }, about);
  }

  function undo(): void {
    if (asking.state.kind === 'done') void undoing.send({ params: { askId: asking.state.value.askId }, request: {} }, about);
  }

  const refusal = asking.state.kind === 'refused' ? asking.state : undoing.state.kind === 'refused' ? undoing.state : undefined;
  return (
    <>
      <div className={styles.ask}>
        <div className={styles.words} ref={words} tabIndex={-1} role="status">
          {!isAsked && text('visit.ask', { name })}
          {isAsked && text(asking.state.kind === 'kept' ? 'visit.kept' : 'visit.askedNow', { name })}
        </div>
        <div className={styles.buttons}>
          <Button size="small" onClick={plan}>
            {text('visit.plan')}
          </Button>
          {!isAsked && (
            <Button size="small" disabledFocusable={asking.isSending} onClick={ask}>
              {text('visit.asked')}
            </Button>
          )}
          {isAsked && asking.state.kind === 'done' && (
            <Button size="small" appearance="subtle" disabledFocusable={undoing.isSending} onClick={undo}>
              {text('visit.undo')}
            </Button>
          )}
        </div>
      </div>
      {refusal && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(refusal.failure))}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
