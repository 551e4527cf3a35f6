/** Our pane beside the open meeting, with a parent that serves the office.js stand-in. Another meeting means a fresh frame (by key), as in Outlook. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { momentLabel } from './calendar-days.ts';
import type { Identity, OutlookItem } from './endpoints.ts';
import { FrameStateText, NoticeBar, ReloadButton } from './frame-parts.tsx';
import { hostLocale } from './host-locale.ts';
import type { MailboxSnapshot } from './office-messages.ts';
import { createOutlookParent } from './outlook-parent.ts';
import type { OutlookParent } from './outlook-parent.ts';
import type { ItemShape, ThemeName } from './place.ts';
import { ScaledFrame } from './ScaledFrame.tsx';
import { readSavedSettings, saveSettings } from './saved-settings.ts';
import type { Notice } from './teams-parent.ts';
import { text } from './text.ts';
import { officeColors } from './themes.ts';
import { useFrameState, useWindowMessages } from './use-frame.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PaneFrameProps {
  readonly addinOrigin: string;
  readonly identity: Identity;
  readonly item: OutlookItem;
  readonly shape: ItemShape;
  /** Of the calendar's owner, when that is somebody else. */
  readonly ownerMail: string | undefined;
  readonly theme: ThemeName;
  readonly timeZone: string;
  readonly widthPx: number;
  readonly answerAuth: (message: string) => Promise<string | undefined>;
  readonly onReload: () => void;
}

function snapshotOf({ identity, item, shape, ownerMail, theme, timeZone }: PaneFrameProps): MailboxSnapshot {
  return {
    item,
    shape,
    ownerMail,
    userProfile: { displayName: identity.name, emailAddress: identity.username, timeZone, accountType: 'office365' },
    displayLanguage: hostLocale(),
    officeTheme: officeColors[theme],
    roamingSettings: readSavedSettings(identity.userId),
  };
}

export function PaneFrame(props: PaneFrameProps) {
  const { addinOrigin, theme, widthPx, identity, timeZone } = props;
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  const parent = useRef<OutlookParent>(undefined);
  const [state, setState] = useFrameState();
  const [notice, setNotice] = useState<Notice>();

  useWindowMessages((event) => {
    parent.current ??= createOutlookParent({
      frame: () => frame.current?.contentWindow ?? null,
      addinOrigin,
      snapshot: () => snapshotOf(latest.current),
      answerAuth: (message) => latest.current.answerAuth(message),
      onState: setState,
      onNewAppointment: (form) => {
        const when = form.startsAt === '' ? '' : momentLabel(form.startsAt, timeZone);
        const parts = [form.subject, when, form.location, ...form.attendees].filter((part) => part !== '');
        setNotice({ title: text.newAppointment, detail: parts.join(', ') });
      },
      onOpenLink: (url) => {
        setNotice({ title: text.wantsToOpen, detail: url, url: /^https?:/i.test(url) ? url : undefined });
      },
      onSaveSettings: (settings) => {
        saveSettings(identity.userId, settings);
      },
    });
    parent.current.receive(event);
  });

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    parent.current?.sendTheme(officeColors[theme]);
  }, [theme]);

  return (
    <>
      <div className={styles.head}>
        <FrameStateText state={state} />
        <ReloadButton label={text.reloadPane} onClick={props.onReload} />
      </div>
      {notice !== undefined && (
        <NoticeBar
          notice={notice}
          onDismiss={() => {
            setNotice(undefined);
          }}
        />
      )}
      <ScaledFrame frameRef={frame} title={text.paneTitle} src={`${addinOrigin}/pane.html`} widthPx={widthPx} />
    </>
  );
}
