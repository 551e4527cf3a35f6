/** The marks of the large strip: each is a button with a card of its meeting, all of them one stop of the Tab key. */
import { makeStyles, mergeClasses, tokens, Tooltip, useRestoreFocusTarget } from '@fluentui/react-components';
import { type JSX, type KeyboardEvent, useState } from 'react';
import type { AccountMeeting } from '../../../api/contract/accounts.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { rowAfterKey } from '../../ui/roving-rows.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { isNearMark } from '../../ui/touch-strip-layout.ts';
import type { LaneMark } from './meeting-lanes.ts';
import { MeetingWords } from './MeetingList.tsx';
import type { StripSize } from './strip-sizes.ts';

const useStyles = makeStyles({
  mark: {
    position: 'absolute',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, zIndex: 1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, zIndex: 1 },
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  near: { color: tokens.colorBrandForeground1 },
  remote: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  card: { maxWidth: '300px' },
});

interface StripMarksProps {
  /** Oldest first. */
  readonly marks: readonly LaneMark[];
  readonly size: StripSize;
  /** From the top to the line that the marks stand on. */
  readonly groundPx: number;
  readonly todayOn: string;
  /** A click on a mark asks for the list. */
  readonly onOpen: () => void;
}

/** Left is earlier. Up and down work as well, for hands that are used to lists. */
const asInLists: ReadonlyMap<string, string> = new Map([
  ['ArrowRight', 'ArrowDown'],
  ['ArrowLeft', 'ArrowUp'],
]);

/** The Tab key comes to the newest at first, later to the one that was left. */
export function StripMarks({ marks, size: { markPx, shapePx, lanePx }, groundPx, todayOn, onOpen }: StripMarksProps): JSX.Element {
  const styles = useStyles();
  const [currentId, setCurrentId] = useState<string | undefined>();
  const currentIndex = marks.findIndex(({ meeting }) => meeting.meetingId === currentId);
  const restoreFocus = useRestoreFocusTarget();
  const text = useText();
  const formats = useFormats();
  const stop = currentIndex >= 0 ? currentIndex : marks.length - 1;
  const nameOf = ({ on, mark, subject, contacts }: AccountMeeting): string =>
    [formats.fullDay(on), text(`mark.${mark}`), subject, ...contacts.map(({ name }) => name)].filter((words) => words !== '').join(', ');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = rowAfterKey(asInLists.get(event.key) ?? event.key, { index: stop, count: marks.length });
    const nextId = next === undefined ? undefined : marks[next]?.meeting.meetingId;
    if (nextId === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-meeting="${CSS.escape(nextId)}"]`)?.focus();
  };
  return (
    <div onKeyDown={onKeyDown}>
      {marks.map(({ meeting, x, lane }, index) => (
        <Tooltip
          key={meeting.meetingId}
          relationship="inaccessible"
          withArrow
          content={{ children: <MeetingWords meeting={meeting} todayOn={todayOn} />, className: styles.card }}
        >
          <button
            type="button"
            data-meeting={meeting.meetingId}
            className={mergeClasses(styles.mark, styles[classOfMark(meeting)])}
            style={{ left: `${x - markPx / 2}px`, top: `${groundPx - (lane + 1) * lanePx}px`, width: `${markPx}px`, height: `${markPx}px` }}
            tabIndex={index === stop ? 0 : -1}
            aria-label={nameOf(meeting)}
            onFocus={() => setCurrentId(meeting.meetingId)}
            onClick={onOpen}
            {...restoreFocus}
          >
            <ModalityMark mark={meeting.mark} sizePx={shapePx} />
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

function classOfMark({ mark }: AccountMeeting): 'near' | 'remote' | 'quiet' {
  if (isNearMark(mark)) return 'near';
  return mark === 'virtual' || mark === 'phone' ? 'remote' : 'quiet';
}
