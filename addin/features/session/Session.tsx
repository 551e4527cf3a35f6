/** The frame of every page: finds its settings, its host and its words, then hands down language, theme, and the way to the server. */
import { onlineManager, type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type JSX, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { FaceTexts } from '../../../api/contract/text/languages.ts';
import { CallProvider } from '../../client/api-context.tsx';
import { type Call, createCall } from '../../client/call.ts';
import { OutboxProvider } from '../../client/outbox/outbox-context.tsx';
import type { Outbox } from '../../client/outbox/outbox.ts';
import { createPageOutbox, wakeOnSigns } from '../../client/outbox/page-outbox.ts';
import { createQueryClient } from '../../client/query-client.ts';
import { changedByTags } from '../../client/query-keys.ts';
import { newsOfPage } from '../../client/tag-news.ts';
import { watchOwner } from '../../client/token-owner.ts';
import { createBrowserHost } from '../../host/browser-host.ts';
import type { Host } from '../../host/host.ts';
import { HostProvider, useHostTheme } from '../../host/host-context.tsx';
import { loadRuntimeConfig, type RuntimeConfig } from '../../host/runtime-config.ts';
import { ErrorState, OfflineBar } from '../../ui/states.tsx';
import { LanguageProvider, loadTexts, startTexts, type Texts, useText } from '../../ui/text.tsx';
import { ThemeProvider } from '../../ui/theme.tsx';
import { CrashGuard } from './CrashGuard.tsx';

interface Started {
  readonly config: RuntimeConfig;
  readonly host: Host;
  readonly texts: Texts;
}

interface SessionProps {
  /** Asks the program around the page while its settings are still under way. */
  readonly createHost: (config: Promise<RuntimeConfig>) => Promise<Host>;
  readonly texts: FaceTexts;
  /** In the shape of the page, while the host answers. */
  readonly skeleton: ReactNode;
  /** The page's margins; everything that stands in its place has them too. */
  readonly frame: Frame;
  readonly children: ReactNode;
}

type Frame = (props: { readonly children: ReactNode }) => JSX.Element;

export function Session({ createHost, texts, skeleton, frame, children }: SessionProps): JSX.Element {
  const [starting] = useState(() => start(createHost, texts));
  const [started, setStarted] = useState<Started | 'failed' | undefined>();
  useEffect(() => {
    starting.then(setStarted, () => setStarted('failed'));
  }, [starting]);
  if (started === undefined || started === 'failed') {
    return (
      <Waiting texts={texts} frame={frame}>
        {started ? <StartFailed /> : skeleton}
      </Waiting>
    );
  }
  return (
    <RunningSession started={started} frame={frame}>
      {children}
    </RunningSession>
  );
}

async function start(createHost: SessionProps['createHost'], face: FaceTexts): Promise<Started> {
  const config = loadRuntimeConfig();
  const host = await createHost(config);
  // Every question to the server waits for it, and asking for it takes longer than drawing the page.
  void host.token({ forceRefresh: false });
  return { config: await config, host, texts: await loadTexts(face, host.locale) };
}

/** Before the host is known the page follows the device's own language and brightness; before its words are here it shows nothing. */
function Waiting({ texts: face, frame: Frame, children }: Pick<SessionProps, 'texts' | 'frame' | 'children'>): JSX.Element | undefined {
  const [host] = useState(createBrowserHost);
  const theme = useHostTheme(host);
  const [texts, setTexts] = useState<Texts | undefined>();
  useEffect(() => {
    loadTexts(face, host.locale).then(setTexts, () => setTexts(startTexts));
  }, [face, host]);
  if (!texts) return undefined;
  return (
    <LanguageProvider texts={texts}>
      <ThemeProvider theme={theme}>
        <Frame>{children}</Frame>
      </ThemeProvider>
    </LanguageProvider>
  );
}

function StartFailed(): JSX.Element {
  const text = useText();
  return (
    <ErrorState
      title={text('failure.start.title')}
      sentence={text('failure.start.sentence')}
      actionLabel={text('failure.reload')}
      onAction={() => window.location.reload()}
    />
  );
}

interface RunningSessionProps extends Pick<SessionProps, 'frame' | 'children'> {
  readonly started: Started;
}

function RunningSession({ started: { config, host, texts }, frame: Frame, children }: RunningSessionProps): JSX.Element {
  const [{ call, queryClient, outbox }] = useState(() => wayToServer(config, host));
  useEffect(() => wakeOnSigns(outbox), [outbox]);
  const theme = useHostTheme(host);
  return (
    <HostProvider value={host}>
      <LanguageProvider texts={texts}>
        <ThemeProvider theme={theme}>
          <CallProvider value={call}>
            <QueryClientProvider client={queryClient}>
              <OutboxProvider value={outbox}>
                <OfflineNotice />
                <Frame>
                  <CrashGuard>{children}</CrashGuard>
                </Frame>
              </OutboxProvider>
            </QueryClientProvider>
          </CallProvider>
        </ThemeProvider>
      </LanguageProvider>
    </HostProvider>
  );
}

interface WayToServer {
  readonly call: Call;
  readonly queryClient: QueryClient;
  readonly outbox: Outbox;
}

function wayToServer({ apiUrl }: RuntimeConfig, host: Host): WayToServer {
  const { token, owner, onOwner } = watchOwner(host.token);
  const call = createCall({ apiUrl, token });
  const queryClient = createQueryClient();
  const onDone = (): void => {
    for (const queryKey of changedByTags) void queryClient.invalidateQueries({ queryKey });
    newsOfPage().announce();
  };
  const outbox = createPageOutbox({ call, owner, onDone });
  onOwner(outbox.wake);
  return { call, queryClient, outbox };
}

function OfflineNotice(): JSX.Element | undefined {
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return isOnline ? undefined : <OfflineBar />;
}
