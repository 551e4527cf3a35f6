/** A meeting that was added a moment ago: what it changed, and the way to take it back. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useCommand } from '../../client/use-command.ts';
import { useTagsStored } from '../../client/use-tags-stored.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import type { AddedMeeting } from './added-meeting.ts';

interface SavedMeetingProps {
  readonly added: AddedMeeting;
  readonly onTakenBack: (added: AddedMeeting) => void;
  readonly onAgain: () => void;
  /** What the server says that it changed. */
  readonly children: ReactNode;
}

export function SavedMeeting({ added, onTakenBack, onAgain, children }: SavedMeetingProps): JSX.Element {
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const takingBack = useCommand('tag-meeting');
  const tagsStored = useTagsStored();
  const { meetingId, on, stored } = added;
  const ago = formats.daysAgo({ on, todayOn: stored.todayOn });
  const isHeld = stored.tag.outcome === 'held';

  // Nothing that a seller said is ever deleted: taken back, the meeting stays as one that did not take place.
  function takeBack(): void {
    const request = { outcome: 'cancelled' as const, timeZone, basedOnVersion: stored.tag.version };
    takingBack.mutate(
      { params: { meetingId }, request },
      {
        onSuccess: (reply) => {
          tagsStored();
          onTakenBack({ ...added, stored: reply });
        },
      },
    );
  }

  return (
    <>
      <Text weight="semibold" role="status">
        {text(isHeld ? 'byHand.saved' : 'byHand.takenBack', { ago })}
      </Text>
      {children}
      {takingBack.error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(takingBack.error))}</MessageBarBody>
        </MessageBar>
      )}
      <div className={choiceStyles.answers}>
        <Button onClick={onAgain}>{text('byHand.again')}</Button>
        {isHeld && (
          <Button appearance="subtle" disabledFocusable={takingBack.isPending} onClick={takeBack}>
            {text('byHand.takeBack')}
          </Button>
        )}
      </div>
    </>
  );
}
