/** The Teams-like frame: our tab in an iframe, with a parent that speaks TeamsJS. Another person, page or clock means a fresh frame (by key). */
import { useEffect, useRef, useState } from 'react';
import type { Identity } from './endpoints.ts';
import { FrameHead, FrameStateText, NoticeBar, ReloadButton } from './frame-parts.tsx';
import { hostLocale } from './host-locale.ts';
import type { ThemeName } from './place.ts';
import { ScaledFrame } from './ScaledFrame.tsx';
import { createTeamsParent } from './teams-parent.ts';
import type { Notice, TeamsParent } from './teams-parent.ts';
import { text } from './text.ts';
import { useFrameState, useWindowMessages } from './use-frame.ts';

interface TeamsFrameProps {
  readonly addinOrigin: string;
  readonly identity: Identity;
  readonly theme: ThemeName;
  readonly page: string;
  readonly widthPx: number;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
  readonly onNavigate: (page: string) => void;
  readonly onReload: () => void;
}

/** A link that comes from our page: only web and mail links become clickable. */
function clickable(url: string): string | undefined {
  return /^(?:https?|mailto|msteams):/i.test(url) ? url : undefined;
}

export function TeamsFrame(props: TeamsFrameProps) {
  const { addinOrigin, identity, theme, page, widthPx } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const parent = useRef<TeamsParent>(undefined);
  const latest = useRef(props);
  const [state, setState] = useFrameState();
  const [notice, setNotice] = useState<Notice>();
  const [scale, setScale] = useState(1);

  useWindowMessages((event) => {
    parent.current ??= createTeamsParent({
      frame: () => frame.current?.contentWindow ?? null,
      addinOrigin,
      identity,
      theme: () => latest.current.theme,
      page,
      locale: hostLocale(),
      answerAuth: (message) => latest.current.answerAuth(message),
      onState: setState,
      onOpenLink: (url) => {
        setNotice({ title: text.wantsToOpen, detail: url, url: clickable(url) });
      },
      onComposeMeeting: ({ subject, startTime, content, attendees }) => {
        const parts = [subject, startTime, content, ...attendees].filter((part) => part !== '');
        setNotice({ title: text.newAppointment, detail: parts.join(', ') });
      },
      onShareLink: (subPageId) => {
        setNotice({ title: text.linkShared, detail: subPageId });
      },
      onNavigate: (to) => {
        latest.current.onNavigate(to);
      },
    });
    parent.current.receive(event);
  });

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    parent.current?.sendTheme(theme);
  }, [theme]);

  return (
    <>
      <FrameHead title={text.teams}>
        <FrameStateText state={state} scale={scale} />
        <ReloadButton label={text.reloadTab} onClick={props.onReload} />
      </FrameHead>
      {notice !== undefined && (
        <NoticeBar
          notice={notice}
          onDismiss={() => {
            setNotice(undefined);
          }}
        />
      )}
      <ScaledFrame
        frameRef={frame}
        title={text.tabTitle}
        src={`${addinOrigin}/tab.html${page === '' ? '' : `#${page}`}`}
        widthPx={widthPx}
        isClear={theme === 'glass'}
        onScale={setScale}
      />
    </>
  );
}
