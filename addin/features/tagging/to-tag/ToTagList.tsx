/** The list of the page "To tag" on the screen: days and meetings, of which only a window is drawn, as one grid for those who hear it. */
import { makeStyles } from '@fluentui/react-components';
import { type JSX, useEffect } from 'react';
import { useText } from '../../../ui/text.tsx';
import { MeetingRow } from '../MeetingRow.tsx';
import { DayHeading } from './DayHeading.tsx';
import type { ListItem } from './list-items.ts';
import { useListKeys } from './use-list-keys.ts';
import type { ToTagListState } from './use-to-tag-list.ts';

const useStyles = makeStyles({
  list: { position: 'relative' },
  /** Its place is written by the view. */
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface ToTagListProps {
  readonly list: ToTagListState;
  readonly todayOn: string;
  readonly myId: string;
  /** Whether every meeting is here; until then nobody knows how many rows there are. */
  readonly isComplete: boolean;
  /** Told how many items lie below the last one that is drawn. */
  readonly onDrawn: (itemsBelow: number) => void;
}

export function ToTagList({ list, todayOn, myId, isComplete, onDrawn }: ToTagListProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { items, view, perform, onFocus } = list;
  const { drawn, lastDrawnIndex = -1, attachList, attachItem } = view;
  const onKeyDown = useListKeys(perform);
  const itemsBelow = items.length - 1 - lastDrawnIndex;
  useEffect(() => onDrawn(itemsBelow));
  return (
    <div
      role="grid"
      aria-label={text('toTag.list')}
      aria-multiselectable
      aria-rowcount={isComplete ? items.length : -1}
      ref={attachList}
      className={styles.list}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {drawn.map(({ index, key }) => {
        const item = items[index];
        return (
          item && (
            <div key={String(key)} role="presentation" data-index={index} ref={attachItem} className={styles.item}>
              <Item list={list} item={item} rowIndex={index + 1} todayOn={todayOn} myId={myId} />
            </div>
          )
        );
      })}
    </div>
  );
}

interface ItemProps extends Pick<ToTagListProps, 'list' | 'todayOn' | 'myId'> {
  readonly item: ListItem;
  readonly rowIndex: number;
}

function Item({ list, item, rowIndex, todayOn, myId }: ItemProps): JSX.Element {
  const { currentId, selection, rowActions, isExpanded } = list;
  if (item.kind === 'day') {
    const { on, meetings } = item.day;
    return (
      <DayHeading
        on={on}
        todayOn={todayOn}
        rowIndex={rowIndex}
        isStop={meetings.some(({ meetingId }) => meetingId === currentId)}
        selected={selection.stateOf(meetings)}
        onSelect={rowActions.onSelectDay}
      />
    );
  }
  const { meeting } = item;
  return (
    <MeetingRow
      meeting={meeting}
      todayOn={todayOn}
      myId={myId}
      rowIndex={rowIndex}
      isStop={meeting.meetingId === currentId}
      isSelected={selection.has(meeting.meetingId)}
      isExpanded={isExpanded(meeting.meetingId)}
      actions={rowActions}
    />
  );
}
