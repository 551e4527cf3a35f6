/** The Outlook-like frame: the day's meetings, the open one, and our pane beside it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Choice } from './Choice.tsx';
import { DayList } from './DayList.tsx';
import { readCalendars } from './endpoints.ts';
import type { Calendar, Identity, OutlookItem } from './endpoints.ts';
import { FrameHead } from './frame-parts.tsx';
import { PaneFrame } from './PaneFrame.tsx';
import { itemShapes } from './place.ts';
import type { Place } from './place.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { Empty, Trouble } from './states.tsx';
import { text } from './text.ts';
import { useOutlookDay } from './use-outlook.ts';

/** From this width of the frame on, the open meeting stands beside the list instead of below it. */
const besideFromPx = 780;
/** Below this width the pane goes under the meeting. */
const pileBelowPx = 600;

const useStyles = makeStyles({
  body: { containerType: 'inline-size', flexGrow: 1, minHeight: 0, display: 'flex' },
  columns: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    [`@container (max-width: ${String(pileBelowPx)}px)`]: { flexDirection: 'column' },
  },
  calendar: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
    [`@container (min-width: ${String(besideFromPx)}px)`]: { flexDirection: 'row' },
    [`@container (max-width: ${String(pileBelowPx)}px)`]: { flexGrow: 0, flexShrink: 0, flexBasis: 'auto' },
  },
  list: {
    overflowY: 'auto',
    flexShrink: 0,
    maxHeight: '45%',
    [`@container (min-width: ${String(besideFromPx)}px)`]: {
      width: '260px',
      maxHeight: 'none',
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    [`@container (max-width: ${String(pileBelowPx)}px)`]: { maxHeight: 'none' },
  },
  reading: {
    overflowY: 'auto',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [`@container (min-width: ${String(besideFromPx)}px)`]: { borderTop: 'none' },
    [`@container (max-width: ${String(pileBelowPx)}px)`]: { flexBasis: 'auto', overflowY: 'visible' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  choice: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    minHeight: 0,
    boxSizing: 'content-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [`@container (max-width: ${String(pileBelowPx)}px)`]: {
      height: '640px',
      alignSelf: 'center',
      maxWidth: '100%',
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

interface OutlookFrameProps {
  readonly place: Place;
  readonly change: (changed: Partial<Place>) => void;
  readonly persona: string;
  readonly identity: Identity;
  readonly addinOrigin: string;
  readonly timeZone: string;
  readonly nowAt: string;
  /** Changes when every page must start afresh: another clock, another sign-in. */
  readonly epoch: string;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
  readonly onReload: () => void;
}

export function OutlookFrame(props: OutlookFrameProps) {
  const { place, change, persona, identity, timeZone, nowAt } = props;
  const styles = useStyles();
  const { data: calendars = [] } = useQuery({ queryKey: ['calendars', persona], queryFn: () => readCalendars(persona) });
  const shared = calendars.find(({ id }) => id === place.calendar && id !== persona);
  const shown = shared ?? { id: persona, mail: identity.username };
  const day = useOutlookDay({
    persona: shown.id,
    ownAddress: shown.mail,
    nowAt,
    timeZone,
    dayOn: place.dayOn,
    itemId: place.itemId,
    epoch: props.epoch,
  });
  return (
    <>
      <FrameHead title={text.outlook} />
      {day.error !== null && <Trouble error={day.error} onRetry={day.retry} />}
      <div className={styles.body}>
        <div className={styles.columns}>
          <div className={styles.calendar}>
            <div className={styles.list}>
              <WhoseCalendar calendars={calendars} shownId={shown.id} persona={persona} change={change} />
              <DayList
                dayOn={day.dayOn}
                todayOn={day.todayOn}
                timeZone={timeZone}
                items={day.error === null ? day.items : []}
                chosenId={day.chosen?.itemId}
                onDay={(dayOn) => {
                  change({ dayOn, itemId: undefined });
                }}
                onChoose={(itemId) => {
                  change({ dayOn: day.dayOn, itemId });
                }}
              />
            </div>
            {/* A scrolling region must be reachable by the keyboard. */}
            <div className={styles.reading} role="region" aria-label={text.readingPane} tabIndex={0}>
              <OpenMeeting item={day.chosen} ownAddress={identity.username} timeZone={timeZone} place={place} change={change} />
            </div>
          </div>
          <div className={styles.pane} style={{ width: place.paneWidthPx }}>
            {day.chosen === undefined ? (
              <Empty>{text.paneWaits}</Empty>
            ) : (
              <PaneFrame
                key={`${persona} ${day.chosen.itemId} ${place.shape} ${props.epoch}`}
                addinOrigin={props.addinOrigin}
                identity={identity}
                item={day.chosen}
                shape={place.shape}
                ownerMail={shared?.mail}
                theme={place.theme}
                timeZone={timeZone}
                widthPx={place.paneWidthPx}
                answerAuth={props.answerAuth}
                onReload={props.onReload}
              />
            )}
          </div>
        </div>
      </div>
    </>
  );
}

interface WhoseCalendarProps extends Pick<OutlookFrameProps, 'persona' | 'change'> {
  readonly calendars: readonly Calendar[];
  readonly shownId: string;
}

/** Nothing to choose for a person with whom nobody shares a calendar. */
function WhoseCalendar({ calendars, shownId, persona, change }: WhoseCalendarProps) {
  const styles = useStyles();
  if (calendars.length < 2) return undefined;
  return (
    <div className={styles.choice}>
      <Choice
        label={text.calendar}
        value={shownId}
        options={calendars.map(({ id, name }) => [id, name] as const)}
        onChange={(id) => {
          change({ calendar: id === persona ? undefined : id, dayOn: undefined, itemId: undefined });
        }}
      />
    </div>
  );
}

interface OpenMeetingProps extends Pick<OutlookFrameProps, 'place' | 'change' | 'timeZone'> {
  readonly item: OutlookItem | undefined;
  readonly ownAddress: string;
}

function OpenMeeting({ item, ownAddress, timeZone, place, change }: OpenMeetingProps) {
  const styles = useStyles();
  if (item === undefined) return <Empty>{text.chooseMeeting}</Empty>;
  return (
    <>
      <ReadingPane item={item} ownAddress={ownAddress} timeZone={timeZone} />
      <div className={styles.choice}>
        <Choice
          label={text.shape}
          value={place.shape}
          options={itemShapes.map((shape) => [shape, text.shapes[shape]] as const)}
          onChange={(shape) => {
            change({ shape });
          }}
        />
      </div>
    </>
  );
}
