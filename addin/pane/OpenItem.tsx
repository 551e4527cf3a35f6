/** What the pane says about the item that is open in Outlook, in every state it can be in. */
import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { CallFailure, Reply } from '../client/call.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import type { Item } from '../host/host.ts';
import { ErrorState } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { MeetingInPane, Notice } from './MeetingInPane.tsx';
import { PaneSkeleton } from './PaneFrame.tsx';

interface OpenItemProps {
  readonly item: UseQueryResult<Item, CallFailure>;
  readonly ofItem: UseQueryResult<Reply<'meeting-of-item'>, CallFailure>;
  readonly myId: string | undefined;
  /** The seller met a customer of whom this item says nothing. */
  readonly onMetSomeone: () => void;
}

export function OpenItem({ item, ofItem, myId, onMetSomeone }: OpenItemProps): JSX.Element {
  const text = useText();
  if (item.isError) return <ErrorState title={text('pane.itemFailed.title')} sentence={text('pane.itemFailed.sentence')} />;
  if (!item.data) return <PaneSkeleton />;
  const notice = noticeOfItem(item.data);
  if (notice) return <Notice title={text(`pane.${notice}.title`)} sentence={text(`pane.${notice}.sentence`)} />;
  if (ofItem.data) return <KnownItem reply={ofItem.data} myId={myId} onMetSomeone={onMetSomeone} />;
  if (ofItem.error) return <FailureState failure={ofItem.error} onRetry={() => void ofItem.refetch()} />;
  return <PaneSkeleton />;
}

/** What Outlook itself says already, without asking the server. */
function noticeOfItem(item: Item): 'open' | 'private' | 'unsaved' | undefined {
  if (item.kind !== 'appointment') return 'open';
  if (item.sensitivity === 'private') return 'private';
  return item.itemId === undefined ? 'unsaved' : undefined;
}

interface KnownItemProps extends Pick<OpenItemProps, 'myId' | 'onMetSomeone'> {
  readonly reply: Reply<'meeting-of-item'>;
}

function KnownItem({ reply, myId, onMetSomeone }: KnownItemProps): JSX.Element {
  const text = useText();
  switch (reply.kind) {
    case 'meeting':
      return <MeetingInPane key={reply.meeting.meetingId} meeting={reply.meeting} todayOn={reply.todayOn} myId={myId} />;
    case 'not_customer_meeting':
      return (
        <>
          <Notice title={text('pane.notCustomer.title')} sentence={text('pane.notCustomer.sentence')} />
          <div>
            <Button onClick={onMetSomeone}>{text('byHand.action')}</Button>
          </div>
        </>
      );
    case 'private':
      return <Notice title={text('pane.private.title')} sentence={text('pane.private.sentence')} />;
    case 'declined':
      return <Notice title={text('pane.declined.title')} sentence={text('pane.declined.sentence')} />;
  }
}
