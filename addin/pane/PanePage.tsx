/** The pane: the open meeting with its question, and the seller's other open meetings below. */
import { Button } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { type JSX, useState } from 'react';
import type { Meeting, OpenItem as AskedItem } from '../../api/contract/tagging.ts';
import { keepsOut } from '../client/failure.ts';
import { useCurrentItem, useMe, useMeetingOfItem, usePendingMeetings } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { NextToTag } from '../features/tagging/NextToTag.tsx';
import { TaggingProvider } from '../features/tagging/use-tagging.tsx';
import type { Item } from '../host/host.ts';
import { useChoiceStyles } from '../ui/choice-styles.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useText } from '../ui/text.tsx';
import { askedItem, soleMatch } from './asked-item.ts';
import { MeetingInPane } from './MeetingInPane.tsx';
import { OpenItem } from './OpenItem.tsx';
import { PaneSkeleton } from './PaneFrame.tsx';

/** Rarely asked for, and it brings fields and a search. */
const { Part: MetSomeoneInPane } = lazyPart(async () => (await import('./MetSomeoneInPane.tsx')).MetSomeoneInPane, {
  waiting: PaneSkeleton,
});

/** What stands above the list: the open item, one of the list, or a meeting that no calendar has. */
type View = { readonly kind: 'item' } | { readonly kind: 'listed'; readonly meeting: Meeting } | { readonly kind: 'by_hand' };

const itemView: View = { kind: 'item' };

export function PanePage(): JSX.Element {
  const item = useCurrentItem();
  const me = useMe();
  // Most people are sellers: their meeting is not kept waiting until that is known.
  const isSeller = me.data?.roles.includes('seller') ?? true;
  const askedAbout = useAskedItem(item.data, isSeller);
  const [view, setView] = useState<View>(itemView);
  const barrier = barrierAmong(me, askedAbout.ofItem);
  if (barrier?.error) return <FailureState failure={barrier.error} onRetry={() => void barrier.refetch()} />;
  return (
    <TaggingProvider>
      <Shown view={view} item={item} askedAbout={askedAbout} myId={me.data?.id} isSeller={isSeller} onView={setView} />
      {isSeller && (
        <NextToTag
          shownMeetingId={view.kind === 'listed' ? view.meeting.meetingId : shownBy(askedAbout)}
          onChoose={(meeting) => setView({ kind: 'listed', meeting })}
        />
      )}
    </TaggingProvider>
  );
}

/** What leaves nothing else to show. What the item's refusal means is known only once it is known who asks. */
function barrierAmong(me: ReturnType<typeof useMe>, ofItem: AskedAbout['ofItem']): typeof me | typeof ofItem | undefined {
  if (me.error && keepsOut(me.error)) return me;
  return me.data && ofItem.error && keepsOut(ofItem.error) ? ofItem : undefined;
}

interface ShownProps {
  readonly view: View;
  readonly item: ReturnType<typeof useCurrentItem>;
  readonly askedAbout: AskedAbout;
  readonly myId: string | undefined;
  readonly isSeller: boolean;
  readonly onView: (view: View) => void;
}

function Shown({ view, item, askedAbout, myId, isSeller, onView }: ShownProps): JSX.Element {
  const back = (): void => onView(itemView);
  switch (view.kind) {
    case 'listed':
      return <ChosenMeeting key={view.meeting.meetingId} meeting={view.meeting} myId={myId} onBack={back} />;
    case 'by_hand':
      return <MetSomeoneInPane item={item.data} onBack={back} />;
    case 'item':
      return <OpenItem item={item} {...askedAbout} myId={myId} isSeller={isSeller} onMetSomeone={() => onView({ kind: 'by_hand' })} />;
  }
}

function shownBy({ ofItem: { data } }: AskedAbout): string | undefined {
  return data?.kind === 'meeting' ? data.meeting.meetingId : undefined;
}

interface AskedAbout {
  readonly asked: AskedItem | undefined;
  readonly ofItem: ReturnType<typeof useMeetingOfItem>;
  /** Says which of several events the item is. */
  readonly onPick: (itemId: string) => void;
}

/** The meeting of the item; where Outlook gave no id, of the event with its times that has its subject or that the seller picks. */
function useAskedItem(item: Item | undefined, isSeller: boolean): AskedAbout {
  const [pickedId, setPickedId] = useState<string | undefined>();
  const known = askedItem(item);
  const first = isSeller || known?.ownerMail !== undefined ? known : undefined;
  const ofFirst = useMeetingOfItem(first);
  const itemId = pickedId ?? soleMatch(ofFirst.data, item);
  const asked = first && itemId !== undefined ? { ...first, itemId } : first;
  return { asked, ofItem: useMeetingOfItem(asked), onPick: setPickedId };
}

interface ChosenMeetingProps {
  readonly meeting: Meeting;
  readonly myId: string | undefined;
  readonly onBack: () => void;
}

function ChosenMeeting({ meeting, myId, onBack }: ChosenMeetingProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const pending = usePendingMeetings();
  // As the list last told it; once it is answered it has left the list.
  const newest = pending.data?.meetings.find(({ meetingId }) => meetingId === meeting.meetingId) ?? meeting;
  return (
    <>
      <div>
        <Button size="small" appearance="subtle" className={styles.flush} icon={<ArrowLeft16Regular />} onClick={onBack}>
          {text('pane.back')}
        </Button>
      </div>
      {pending.data && <MeetingInPane meeting={newest} todayOn={pending.data.todayOn} myId={myId} />}
    </>
  );
}
