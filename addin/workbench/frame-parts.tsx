/** The head of a frame (name, state of its page, reload) and the notes it shows when our page asks its host for something. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { FrameState, Notice } from './teams-parent.ts';
import { text } from './text.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  grow: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  broken: { overflowWrap: 'anywhere' },
});

export function FrameHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>{title}</h2>
      <span className={styles.grow} />
      {children}
    </div>
  );
}

/** The word for the state of the frame's page, with the scale where the frame is shown smaller. */
export function FrameStateText({ state, scale = 1 }: { readonly state: FrameState; readonly scale?: number }) {
  const styles = useStyles();
  const percent = new Intl.NumberFormat('en-GB', { style: 'percent' }).format(scale);
  return (
    <Text size={200} className={styles.quiet} role="status" data-frame-state={state}>
      {text.frameStates[state]}
      {scale < 1 && `, ${text.scaled(percent)}`}
    </Text>
  );
}

export function ReloadButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return <Button appearance="subtle" size="small" icon={<ArrowClockwiseRegular />} aria-label={label} title={label} onClick={onClick} />;
}

export function NoticeBar({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.broken}>
        <MessageBarTitle>{notice.title}</MessageBarTitle>{' '}
        {notice.url === undefined ? (
          notice.detail
        ) : (
          <Link inline href={notice.url} target="_blank" rel="noreferrer">
            {notice.detail}
          </Link>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={text.dismiss} onClick={onDismiss} />}
      />
    </MessageBar>
  );
}
