/** The frame of every page: finds its settings and its host, then hands down language, theme, and the way to the server. */
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { type JSX, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { CallProvider } from '../../client/api-context.tsx';
import { createCall } from '../../client/call.ts';
import { createQueryClient } from '../../client/query-client.ts';
import { createBrowserHost } from '../../host/browser-host.ts';
import type { Host } from '../../host/host.ts';
import { HostProvider, useHostTheme } from '../../host/host-context.tsx';
import { loadRuntimeConfig, type RuntimeConfig } from '../../host/runtime-config.ts';
import { ErrorState, OfflineBar } from '../../ui/states.tsx';
import { LanguageProvider, useText } from '../../ui/text.tsx';
import { ThemeProvider } from '../../ui/theme.tsx';
import { CrashGuard } from './CrashGuard.tsx';

interface Started {
  readonly config: RuntimeConfig;
  readonly host: Host;
}

interface SessionProps {
  readonly createHost: (config: RuntimeConfig) => Promise<Host>;
  /** In the shape of the page, while the host answers. */
  readonly skeleton: ReactNode;
  /** The page's margins; everything that stands in its place has them too. */
  readonly frame: Frame;
  readonly children: ReactNode;
}

type Frame = (props: { readonly children: ReactNode }) => JSX.Element;

export function Session({ createHost, skeleton, frame, children }: SessionProps): JSX.Element {
  const [starting] = useState(() => start(createHost));
  const [started, setStarted] = useState<Started | 'failed' | undefined>();
  useEffect(() => {
    starting.then(setStarted, () => setStarted('failed'));
  }, [starting]);
  if (started === undefined || started === 'failed') {
    return <Waiting frame={frame}>{started ? <StartFailed /> : skeleton}</Waiting>;
  }
  return (
    <RunningSession started={started} frame={frame}>
      {children}
    </RunningSession>
  );
}

async function start(createHost: SessionProps['createHost']): Promise<Started> {
  const config = await loadRuntimeConfig();
  return { config, host: await createHost(config) };
}

/** Before the host is known the page follows the device's own language and brightness. */
function Waiting({ frame: Frame, children }: Pick<SessionProps, 'frame' | 'children'>): JSX.Element {
  const [host] = useState(createBrowserHost);
  const theme = useHostTheme(host);
  return (
    <LanguageProvider locale={host.locale}>
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

function RunningSession({ started: { config, host }, frame: Frame, children }: RunningSessionProps): JSX.Element {
  const [call] = useState(() => createCall({ apiUrl: config.apiUrl, token: host.token }));
  const [queryClient] = useState(createQueryClient);
  const theme = useHostTheme(host);
  return (
    <HostProvider value={host}>
      <LanguageProvider locale={host.locale}>
        <ThemeProvider theme={theme}>
          <CallProvider value={call}>
            <QueryClientProvider client={queryClient}>
              <OfflineNotice />
              <Frame>
                <CrashGuard>{children}</CrashGuard>
              </Frame>
            </QueryClientProvider>
          </CallProvider>
        </ThemeProvider>
      </LanguageProvider>
    </HostProvider>
  );
}

function OfflineNotice(): JSX.Element | undefined {
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return isOnline ? undefined : <OfflineBar />;
}
