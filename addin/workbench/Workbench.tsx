/** The whole page: reads the local server, keeps the place in the hash, and composes the bar with the two frames. */
import { FluentProvider, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CSSProperties } from 'react';
import { advanceClock, readClock, readFaults, readIdentity, readPersonas, readSettings, setFaults } from './endpoints.ts';
import type { Faults, Identity } from './endpoints.ts';
import { FaultMenu } from './FaultMenu.tsx';
import { OwnCalendarDialog } from './OwnCalendarDialog.tsx';
import { OutlookFrame } from './OutlookFrame.tsx';
import type { Place } from './place.ts';
import { ReadingProgress } from './ReadingProgress.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { Empty, LoadingRows, Trouble } from './states.tsx';
import { TeamsFrame } from './TeamsFrame.tsx';
import { text } from './text.ts';
import { pageThemes } from './themes.ts';
import { TopBar } from './TopBar.tsx';
import { usePlace } from './use-place.ts';
import { useProposedAccounts } from './use-proposed-accounts.ts';
import { useSignIn } from './use-sign-in.ts';

const clockEveryMs = 20_000;
/** While the server is away, every query asks again this often. */
export const retryEveryMs = 3_000;
/** The first thing to do with accounts that have just come in: the questions about the year before. */
const welcomePage = '/welcome';
const noFaults: Faults = { api: 'none', graph: 'none' };
/** Below this width of the window the frames stand one above the other and the page scrolls. */
const stackBelow = '@media (max-width: 1180px)';
/** Two ranges that never hold together, since the order of media queries in the style sheet is not ours. */
const stackedTablet = '@media (min-width: 641px) and (max-width: 1180px)';
const stackedPhone = '@media (max-width: 640px)';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minHeight: '560px',
    backgroundColor: tokens.colorNeutralBackground3,
    [stackBelow]: { height: 'auto', minHeight: '100vh' },
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  frames: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    [stackBelow]: { flexDirection: 'column' },
  },
  frame: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    [stackBelow]: { flexShrink: 0 },
    [stackedTablet]: { height: '760px' },
    [stackedPhone]: { height: '720px' },
  },
  /* On a phone the day, the meeting and the pane follow each other down the page. */
  pile: { [stackedPhone]: { height: 'auto' } },
  outlook: { width: 'var(--outlook-width)', flexShrink: 0, [stackBelow]: { width: 'auto' } },
  alone: { flexGrow: 1, flexBasis: 0, [stackBelow]: { flexBasis: 'auto' } },
  message: { padding: tokens.spacingHorizontalL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What the list and the open meeting keep beside the pane; the rest of the window belongs to Teams. */
const calendarWidthPx = 280;
const bordersPx = 3;

/** What the frames need before they can stand. */
interface Ready {
  readonly persona: string;
  readonly identity: Identity;
  readonly addinOrigin: string;
  readonly timeZone: string;
  readonly nowAt: string;
}

/** The local server's answers, and whichever of them failed. */
function useLocalServer(askedPersona: string | undefined) {
  const personas = useQuery({ queryKey: ['personas'], queryFn: readPersonas });
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings });
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: readClock,
    refetchInterval: (query) => (query.state.status === 'error' ? retryEveryMs : clockEveryMs),
  });
  const people = personas.data ?? [];
  const persona = (people.find((each) => each.id === askedPersona) ?? people[0])?.id;
  const identity = useQuery({
    queryKey: ['identity', persona],
    queryFn: () => readIdentity(persona ?? ''),
    enabled: persona !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    people,
    isEmpty: personas.isSuccess && people.length === 0,
    persona,
    settings: settings.data,
    nowAt: clock.data?.nowAt,
    identity: identity.data,
    error: personas.error ?? settings.error ?? clock.error ?? identity.error,
  };
}

function readyOf({ persona, settings, nowAt, identity }: ReturnType<typeof useLocalServer>): Ready | undefined {
  if (persona === undefined || settings === undefined || nowAt === undefined || identity === undefined) return undefined;
  return { persona, identity, nowAt, addinOrigin: settings.addinOrigin, timeZone: settings.timeZone };
}

export function Workbench() {
  const styles = useStyles();
  const [place, change] = usePlace();
  const queryClient = useQueryClient();
  const local = useLocalServer(place.persona);
  const signIn = useSignIn(local.persona);
  // Counts restarts: every frame of an older epoch is replaced by a fresh one.
  const [epoch, setEpoch] = useState(0);
  const restart = (): void => {
    setEpoch((count) => count + 1);
  };
  const faults = useQuery({ queryKey: ['faults'], queryFn: readFaults });
  const advance = useMutation({
    mutationFn: advanceClock,
    onSuccess: (data) => {
      queryClient.setQueryData(['clock'], data);
      restart();
    },
  });
  const changeFaults = useMutation({
    mutationFn: setFaults,
    onSuccess: (data) => {
      queryClient.setQueryData(['faults'], data);
    },
  });
  const isOwnCalendar = local.settings?.isOwnCalendar === true;
  const proposed = useProposedAccounts(isOwnCalendar, () => {
    change({ persona: local.people.find(({ roles }) => roles.includes('seller'))?.id, page: welcomePage });
    restart();
  });
  const ready = readyOf(local);

  return (
    <FluentProvider theme={pageThemes[place.theme]}>
      <div className={styles.page}>
        <TopBar
          place={place}
          change={change}
          personas={local.people}
          persona={local.persona}
          nowAt={local.nowAt}
          timeZone={local.settings?.timeZone}
          isAdvancing={advance.isPending}
          isOwnCalendar={isOwnCalendar}
          onAdvance={advance.mutate}
        >
          <OwnCalendarDialog proposed={proposed} />
          <FaultMenu
            faults={faults.data ?? noFaults}
            signIn={signIn.state}
            onFaults={changeFaults.mutate}
            onSignIn={(state) => {
              signIn.setState(state);
              restart();
            }}
          />
        </TopBar>
        <main className={styles.main}>
          <ReadingProgress isAwaited={proposed.isRunning} />
          {local.error !== null && (
            <Trouble
              error={local.error}
              onRetry={() => {
                void queryClient.invalidateQueries();
              }}
            />
          )}
          <div className={styles.frames}>
            {ready === undefined ? (
              <Waiting isEmpty={local.isEmpty} isTrouble={local.error !== null} />
            ) : (
              <Frames key={ready.persona} ready={ready} place={place} change={change} epoch={epoch} answerAuth={signIn.answerAuth} />
            )}
          </div>
        </main>
      </div>
      {signIn.isAsking && <SignInDialog name={local.identity?.name ?? ''} onAnswer={signIn.answer} />}
    </FluentProvider>
  );
}

interface FramesProps {
  readonly ready: Ready;
  readonly place: Place;
  readonly change: (changed: Partial<Place>) => void;
  readonly epoch: number;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
}

function Frames({ ready, place, change, epoch, answerAuth }: FramesProps) {
  const styles = useStyles();
  const [reloads, setReloads] = useState({ pane: 0, tab: 0 });
  const outlookWidth = { '--outlook-width': `${String(calendarWidthPx + place.paneWidthPx + bordersPx)}px` } as CSSProperties;
  return (
    <>
      {place.shown !== 'teams' && (
        <section
          aria-label={text.outlook}
          className={mergeClasses(styles.frame, styles.pile, place.shown === 'both' ? styles.outlook : styles.alone)}
          style={outlookWidth}
        >
          <OutlookFrame
            {...ready}
            place={place}
            change={change}
            epoch={`${String(epoch)} ${String(reloads.pane)}`}
            answerAuth={answerAuth}
            onReload={() => {
              setReloads((count) => ({ ...count, pane: count.pane + 1 }));
            }}
          />
        </section>
      )}
      {place.shown !== 'outlook' && (
        <section aria-label={text.teams} className={mergeClasses(styles.frame, styles.alone)}>
          <TeamsFrame
            key={`${place.page} ${String(epoch)} ${String(reloads.tab)}`}
            addinOrigin={ready.addinOrigin}
            identity={ready.identity}
            theme={place.theme}
            page={place.page}
            widthPx={place.teamsWidthPx}
            answerAuth={answerAuth}
            onNavigate={(page) => {
              change({ page });
            }}
            onReload={() => {
              setReloads((count) => ({ ...count, tab: count.tab + 1 }));
            }}
          />
        </section>
      )}
    </>
  );
}

function Waiting({ isEmpty, isTrouble }: { readonly isEmpty: boolean; readonly isTrouble: boolean }) {
  const styles = useStyles();
  if (isTrouble) return null;
  if (isEmpty) return <Empty>{text.noPersonas}</Empty>;
  return (
    <div className={styles.message}>
      <LoadingRows />
      <Text>{text.loading}</Text>
    </div>
  );
}
