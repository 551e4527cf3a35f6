/** One meeting in the pane: whose it is, and its question, or why there is none. */
import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Meeting } from '../../api/contract/tagging.ts';
import { MeetingHeader } from '../features/tagging/MeetingHeader.tsx';
import { TagForm } from '../features/tagging/TagForm.tsx';
import { useTagging } from '../features/tagging/use-tagging.tsx';
import { localDayOf } from '../ui/formats.ts';
import { EmptyState } from '../ui/states.tsx';
import { useFormats, useText, useTimeZone } from '../ui/text.tsx';

interface MeetingInPaneProps {
  readonly meeting: Meeting;
  readonly todayOn: string;
  readonly myId: string | undefined;
}

export function MeetingInPane({ meeting, todayOn, myId }: MeetingInPaneProps): JSX.Element {
  const text = useText();
  const tagging = useTagging(meeting);
  return (
    <>
      <MeetingHeader meeting={meeting} todayOn={todayOn} changes={tagging.now.changes} />
      {meeting.isCancelled && <Notice title={text('pane.cancelled.title')} sentence={text('pane.cancelled.sentence')} />}
      {!meeting.isCancelled && !meeting.isOver && <NotOver meeting={meeting} todayOn={todayOn} />}
      {!meeting.isCancelled && meeting.isOver && (
        <TagForm meeting={meeting} tagging={tagging} todayOn={todayOn} myId={myId} hasFocus showsStrip />
      )}
    </>
  );
}

function NotOver({ meeting, todayOn }: { readonly meeting: Meeting; readonly todayOn: string }): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const end = { day: formats.daysAgo({ on: localDayOf(meeting.endsAt, timeZone), todayOn }), time: formats.time(meeting.endsAt) };
  return <Notice title={text('pane.notOver.title')} sentence={text('pane.notOver.sentence', end)} />;
}

/** A title and one sentence, in place of a question. */
export function Notice({ title, sentence }: { readonly title: string; readonly sentence: string }): JSX.Element {
  return (
    <EmptyState title={title}>
      <Text>{sentence}</Text>
    </EmptyState>
  );
}
