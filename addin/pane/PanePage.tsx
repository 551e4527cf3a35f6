/** The pane: the open meeting with its question, and the seller's other open meetings below. */
import { Button } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { type JSX, useState } from 'react';
import type { Meeting } from '../../api/contract/tagging.ts';
import { keepsOut } from '../client/failure.ts';
import { useCurrentItem, useMe, useMeetingOfItem, usePendingMeetings } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { NextToTag } from '../features/tagging/NextToTag.tsx';
import { TaggingProvider } from '../features/tagging/use-tagging.tsx';
import type { Item } from '../host/host.ts';
import { useText } from '../ui/text.tsx';
import { MeetingInPane } from './MeetingInPane.tsx';
import { MetSomeoneInPane } from './MetSomeoneInPane.tsx';
import { OpenItem } from './OpenItem.tsx';

export function PanePage(): JSX.Element {
  const item = useCurrentItem();
  const asked = itemToAskAbout(item.data);
  const ofItem = useMeetingOfItem(asked);
  const me = useMe();
  const [chosen, setChosen] = useState<Meeting | undefined>();
  const [addsByHand, setAddsByHand] = useState(false);
  const barrier = [me, ofItem].find(({ error }) => error && keepsOut(error));
  if (barrier?.error) return <FailureState failure={barrier.error} onRetry={() => void barrier.refetch()} />;
  const choose = (meeting: Meeting): void => {
    setAddsByHand(false);
    setChosen(meeting);
  };
  const openMeeting = ofItem.data?.kind === 'meeting' ? ofItem.data.meeting : undefined;
  return (
    <TaggingProvider>
      {chosen ? (
        <ChosenMeeting key={chosen.meetingId} meeting={chosen} myId={me.data?.id} onBack={() => setChosen(undefined)} />
      ) : addsByHand ? (
        <MetSomeoneInPane item={item.data} onBack={() => setAddsByHand(false)} />
      ) : (
        <OpenItem item={item} ofItem={ofItem} myId={me.data?.id} onMetSomeone={() => setAddsByHand(true)} />
      )}
      <NextToTag shownMeetingId={(chosen ?? openMeeting)?.meetingId} onChoose={choose} />
    </TaggingProvider>
  );
}

/** A private item is not even asked about: its id never leaves Outlook. */
function itemToAskAbout(item: Item | undefined): Item | undefined {
  return item?.kind === 'appointment' && item.sensitivity === 'private' ? undefined : item;
}

interface ChosenMeetingProps {
  readonly meeting: Meeting;
  readonly myId: string | undefined;
  readonly onBack: () => void;
}

function ChosenMeeting({ meeting, myId, onBack }: ChosenMeetingProps): JSX.Element {
  const text = useText();
  const pending = usePendingMeetings();
  return (
    <>
      <div>
        <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onBack}>
          {text('pane.back')}
        </Button>
      </div>
      {pending.data && <MeetingInPane meeting={meeting} todayOn={pending.data.todayOn} myId={myId} />}
    </>
  );
}
