/** What the pane says about the item that is open in Outlook, in every state it can be in. */
import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { ProblemCode } from '../../api/contract/problem.ts';
import type { OpenItem as AskedItem } from '../../api/contract/tagging.ts';
import type { CallFailure, Reply } from '../client/call.ts';
import { failureKey } from '../client/failure.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import type { Item } from '../host/host.ts';
import { useChoiceStyles } from '../ui/choice-styles.ts';
import { ErrorState } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { sharedItemOf } from './asked-item.ts';
import { MeetingInPane, Notice } from './MeetingInPane.tsx';
import { PaneSkeleton } from './PaneFrame.tsx';

interface OpenItemProps {
  readonly item: UseQueryResult<Item, CallFailure>;
  /** What was asked about the item; undefined where nothing is to be asked. */
  readonly asked: AskedItem | undefined;
  readonly ofItem: UseQueryResult<Reply<'meeting-of-item'>, CallFailure>;
  readonly myId: string | undefined;
  /** Somebody without a calendar of their own here answers for others alone. */
  readonly isSeller: boolean;
  /** The seller met a customer of whom this item says nothing. */
  readonly onMetSomeone: () => void;
  /** Of several events, the one that is the item. */
  readonly onPick: (itemId: string) => void;
}

export function OpenItem({ item, asked, ofItem, myId, isSeller, onMetSomeone, onPick }: OpenItemProps): JSX.Element {
  const text = useText();
  if (item.isError) return <ErrorState title={text('pane.itemFailed.title')} sentence={text('pane.itemFailed.sentence')} />;
  if (!item.data) return <PaneSkeleton />;
  const notice = noticeOfItem(item.data, isSeller);
  if (notice) return <Notice title={text(`pane.${notice}.title`)} sentence={text(`pane.${notice}.sentence`)} />;
  if (ofItem.data) return <KnownItem reply={ofItem.data} asked={asked} myId={myId} onMetSomeone={onMetSomeone} onPick={onPick} />;
  if (ofItem.error && isNotOpen(ofItem.error)) {
    return <Notice title={text('pane.notShared.title')} sentence={text(failureKey(ofItem.error))} />;
  }
  if (ofItem.error) return <FailureState failure={ofItem.error} onRetry={() => void ofItem.refetch()} />;
  return <PaneSkeleton />;
}

const notOpen: ReadonlySet<string> = new Set<ProblemCode>(['calendar_not_shared', 'calendar_owner_not_enrolled', 'sharing_not_allowed']);

/** Somebody else's calendar, which trying again does not open. */
function isNotOpen(failure: CallFailure): boolean {
  return failure.kind === 'problem' && notOpen.has(failure.code);
}

type ItemNotice = 'open' | 'private' | 'personal' | 'confidential' | 'unsaved' | 'delegate';

/** What Outlook itself says already, without asking the server. */
function noticeOfItem(item: Item, isSeller: boolean): ItemNotice | undefined {
  if (!isSeller && (item.kind !== 'appointment' || item.ownerMail === undefined)) return 'delegate';
  if (item.kind !== 'appointment') return 'open';
  if (item.sensitivity !== undefined && item.sensitivity !== 'normal') return item.sensitivity;
  return item.isUnsaved ? 'unsaved' : undefined;
}

interface KnownItemProps extends Pick<OpenItemProps, 'asked' | 'myId' | 'onMetSomeone' | 'onPick'> {
  readonly reply: Reply<'meeting-of-item'>;
}

function KnownItem({ reply, asked, myId, onMetSomeone, onPick }: KnownItemProps): JSX.Element {
  const text = useText();
  switch (reply.kind) {
    case 'meeting': {
      const { meeting, todayOn, owner } = reply;
      const item = sharedItemOf(asked, owner);
      const shared = owner && item ? { owner, item } : undefined;
      return <MeetingInPane key={meeting.meetingId} meeting={meeting} todayOn={todayOn} myId={myId} shared={shared} />;
    }
    case 'not_customer_meeting':
      return (
        <>
          <Notice title={text('pane.notCustomer.title')} sentence={text('pane.notCustomer.sentence')} />
          {asked?.ownerMail === undefined && (
            <div>
              <Button onClick={onMetSomeone}>{text('byHand.action')}</Button>
            </div>
          )}
        </>
      );
    case 'ambiguous':
      return <WhichEvent candidates={reply.candidates} onPick={onPick} />;
    case 'private':
      return <Notice title={text('pane.notNormal.title')} sentence={text('pane.notNormal.sentence')} />;
    case 'declined':
    case 'cancelled':
    case 'series':
      return <Notice title={text(`pane.${reply.kind}.title`)} sentence={text(`pane.${reply.kind}.sentence`)} />;
  }
}

interface WhichEventProps extends Pick<OpenItemProps, 'onPick'> {
  readonly candidates: readonly { readonly itemId: string; readonly subject: string }[];
}

function WhichEvent({ candidates, onPick }: WhichEventProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <div role="group" aria-label={text('pane.ambiguous.title')} className={styles.question}>
      <h2 className={styles.title}>{text('pane.ambiguous.title')}</h2>
      <div className={styles.quiet}>{text('pane.ambiguous.sentence')}</div>
      <div className={styles.answers}>
        {candidates.map(({ itemId, subject }) => (
          <Button key={itemId} onClick={() => onPick(itemId)}>
            {subject === '' ? text('pane.ambiguous.untitled') : subject}
          </Button>
        ))}
      </div>
    </div>
  );
}
