/** What the list of the page "To tag" does: answers by key, the way to the next open meeting, undo, selection, and what is said meanwhile. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../../api/contract/tagging.ts';
import { useText } from '../../../ui/text.tsx';
import type { MeetingDay } from '../meeting-days.ts';
import { accountNames } from '../NextToTag.tsx';
import { answerWords } from '../tag-words.ts';
import type { TaggingState } from '../tagging-session.ts';
import { useSessions } from '../use-tagging.tsx';
import { indexAfter, type ListCommand, type Move } from './list-keys.ts';
import { type ListItem, listItems, meetingsIn } from './list-items.ts';
import { isUnanswered, isWhole, type WholeAnswer } from './open-meeting.ts';
import { type BulkAnswer, useBulkAnswer } from './use-bulk-answer.ts';
import { useCurrentRow } from './use-current-row.ts';
import type { Perform } from './use-list-keys.ts';
import { type ListWindow, useListWindow } from './use-list-window.ts';
import { type MeetingSelection, useSelection } from './use-selection.ts';

/** What a row tells the list. The same functions in every render, so that a drawn row is not drawn anew. */
export interface RowActions {
  readonly onSelect: (meetingId: string, options: { readonly isRange: boolean }) => void;
  /** After an answer that leaves nothing to ask, given in the row itself. */
  readonly onAnswered: (meetingId: string, options: { readonly isByKeyboard: boolean }) => void;
  readonly onExpand: (meetingId: string) => void;
  /** Local day, `YYYY-MM-DD`. */
  readonly onSelectDay: (on: string) => void;
}

export interface ToTagListState {
  readonly items: readonly ListItem[];
  readonly meetings: readonly Meeting[];
  readonly currentId: string | undefined;
  readonly view: ListWindow;
  readonly selection: MeetingSelection;
  readonly bulk: BulkAnswer;
  readonly rowActions: RowActions;
  readonly isExpanded: (meetingId: string) => boolean;
  readonly perform: Perform;
  readonly onFocus: ReturnType<typeof useCurrentRow>['onFocus'];
  /** For those who hear the page: the last thing that a key did. */
  readonly said: string;
  readonly isHelpOpen: boolean;
  readonly openHelp: () => void;
  /** This and the two below it give the focus back to the list. */
  readonly closeHelp: () => void;
  readonly closeBulk: () => void;
  readonly clearSelection: () => void;
  readonly answerSelected: (answer: WholeAnswer) => void;
}

interface ToTagListOptions {
  readonly days: readonly MeetingDay[];
  /** Loads every meeting that is not here yet; undefined when all are. */
  readonly loadRest: (() => Promise<readonly Meeting[]>) | undefined;
  /** Asks in the bar over the lower edge what happened instead, for all that are selected. */
  readonly onAskOutcome: () => void;
}

export function useToTagList({ days, loadRest, onAskOutcome }: ToTagListOptions): ToTagListState {
  const text = useText();
  const sessions = useSessions();
  const items = useMemo(() => listItems(days), [days]);
  const meetings = useMemo(() => meetingsIn(items), [items]);
  const current = useCurrentRow(meetings);
  const view = useListWindow({ items, keptIndex: items.findIndex(({ key }) => key === current.id) });
  const stateOf = (meeting: Meeting): TaggingState => sessions.of(meeting).state();
  const isOpen = (meeting: Meeting): boolean => isUnanswered(stateOf(meeting));
  const selection = useSelection(meetings, isOpen);
  const bulk = useBulkAnswer();
  const [expandedIds, setExpandedIds] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const [isHelpOpen, setHelpOpen] = useState(false);
  /** Of single answers, in their order. */
  const answeredIds = useRef<readonly string[]>([]);

  const find = (id: string | undefined): Meeting | undefined => meetings.find(({ meetingId }) => meetingId === id);

  function goTo(id: string): void {
    current.setId(id);
    view.focusRow(
      items.findIndex(({ key }) => key === id),
      id,
    );
  }

  /** To the next meeting below that stands open, or else to the first one above; where there is none, nowhere. */
  function goToNextOpen(from: Meeting, answered: readonly Meeting[] = [from]): void {
    const left = new Set(answered);
    const candidates = [...meetings.slice(meetings.indexOf(from) + 1), ...meetings];
    const next = candidates.find((meeting) => !left.has(meeting) && isOpen(meeting));
    if (next) goTo(next.meetingId);
  }

  function noteAnswered(meeting: Meeting): void {
    answeredIds.current = [...answeredIds.current.filter((id) => id !== meeting.meetingId), meeting.meetingId];
    setExpandedIds((now) => new Set([...now, meeting.meetingId]));
    setSaid(text('toTag.said.answered', { account: accountNames(meeting), answer: answerWords(stateOf(meeting).draft, text) }));
  }

  function answerSelected(answer: WholeAnswer): void {
    const { meetings: selected } = selection;
    selection.clear();
    void bulk.answerAll(selected, answer).then(view.keepFocusInView);
  }

  function answerByKey(answer: Answer, rowId: string | undefined): boolean {
    const meeting = find(rowId);
    if (selection.meetings.length > 0) {
      if (!isWhole(answer)) onAskOutcome();
      else {
        answerSelected(answer);
        if (meeting) goToNextOpen(meeting, selection.meetings);
      }
      return true;
    }
    if (!meeting) return false;
    const wasOpen = isOpen(meeting);
    sessions.of(meeting).answer(answer);
    if (!isWhole(answer)) return true;
    noteAnswered(meeting);
    if (wasOpen) goToNextOpen(meeting);
    return true;
  }

  /** The row's own answer, or else the last one that was given in this list. */
  function undo(rowId: string | undefined): boolean {
    const own = find(rowId);
    const meeting = own && !isOpen(own) ? own : find(answeredIds.current.at(-1));
    if (!meeting) return false;
    sessions.of(meeting).undo();
    answeredIds.current = answeredIds.current.filter((id) => id !== meeting.meetingId);
    if (isOpen(meeting)) setExpandedIds((now) => new Set([...now].filter((id) => id !== meeting.meetingId)));
    setSaid(text('toTag.said.undone', { account: accountNames(meeting) }));
    goTo(meeting.meetingId);
    return true;
  }

  function move(to: Move, isExtending: boolean, rowId: string | undefined): boolean {
    const index = meetings.findIndex(({ meetingId }) => meetingId === rowId);
    const next = meetings[indexAfter(to, { index, count: meetings.length, pageRows: view.pageRows() })];
    if (index < 0 || !next) return false;
    if (isExtending) selection.extendTo(next.meetingId, rowId);
    goTo(next.meetingId);
    if (to === 'last' && loadRest) void loadRest();
    return true;
  }

  function toggle(isExtending: boolean, rowId: string | undefined): boolean {
    const meeting = find(rowId);
    if (!meeting || !isOpen(meeting)) return false;
    if (isExtending) selection.extendTo(meeting.meetingId);
    else selection.toggle(meeting.meetingId);
    return true;
  }

  function selectAll(): boolean {
    selection.selectAll(meetings);
    if (loadRest) void loadRest().then((all) => selection.selectAll(all));
    return true;
  }

  function perform(command: ListCommand, rowId: string | undefined): boolean {
    switch (command.kind) {
      case 'move':
        return move(command.to, command.extends, rowId);
      case 'answer':
        return answerByKey(command.answer, rowId);
      case 'toggle':
        return toggle(command.extends, rowId);
      case 'undo':
        return undo(rowId);
      case 'select_all':
        return selectAll();
      case 'clear':
        selection.clear();
        return selection.meetings.length > 0;
      case 'help':
        setHelpOpen(true);
        return true;
    }
  }

  function returnToList(): void {
    if (current.id !== undefined) goTo(current.id);
  }

  const rowActions = useNewest({
    onSelect: (meetingId, { isRange }) => (isRange ? selection.extendTo(meetingId) : selection.toggle(meetingId)),
    onAnswered: (meetingId, { isByKeyboard }) => {
      const meeting = find(meetingId);
      if (!meeting) return;
      noteAnswered(meeting);
      if (isByKeyboard) goToNextOpen(meeting);
    },
    onExpand: (meetingId) => setExpandedIds((now) => new Set([...now, meetingId])),
    onSelectDay: (on) => selection.toggleGroup(days.find((day) => day.on === on)?.meetings ?? []),
  });

  return {
    items,
    meetings,
    currentId: current.id,
    view,
    selection,
    bulk,
    rowActions,
    isExpanded: (meetingId) => expandedIds.has(meetingId),
    perform,
    onFocus: current.onFocus,
    said,
    isHelpOpen,
    openHelp: () => setHelpOpen(true),
    closeHelp: () => {
      setHelpOpen(false);
      returnToList();
    },
    closeBulk: () => {
      bulk.close();
      returnToList();
    },
    clearSelection: () => {
      selection.clear();
      returnToList();
    },
    answerSelected,
  };
}

/** Functions that stay the same from render to render and do what those of the newest one do. For events alone, never while rendering. */
function useNewest(actions: RowActions): RowActions {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  const [stable] = useState((): RowActions => ({
    onSelect: (...given) => newest.current.onSelect(...given),
    onAnswered: (...given) => newest.current.onAnswered(...given),
    onExpand: (...given) => newest.current.onExpand(...given),
    onSelectDay: (...given) => newest.current.onSelectDay(...given),
  }));
  return stable;
}
