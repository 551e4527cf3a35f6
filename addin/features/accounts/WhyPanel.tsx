/** The panel behind "Why?": the rule in one sentence and the meetings that count, in a drawer that fits 320 px. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
  useRestoreFocusSource,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { JSX } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { failureKey } from '../../client/failure.ts';
import { useAccountMeetings } from '../../client/queries.ts';
import { LinesSkeleton } from '../../ui/states.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { type Explanation, explanationOf, type Figure } from './explanation.ts';
import { MeetingList } from './MeetingList.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(440px, 100vw)' },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalXXL },
  count: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  group: { display: 'flex', flexDirection: 'column' },
  failed: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

interface WhyPanelProps {
  readonly reply: AccountReply;
  readonly figure: Figure;
  readonly onClose: () => void;
}

/** Open as long as it is on the page. */
export function WhyPanel({ reply, figure, onClose }: WhyPanelProps): JSX.Element {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusSource();
  return (
    <OverlayDrawer
      position="end"
      className={styles.drawer}
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
      {...restoreFocus}
    >
      <Answer reply={reply} figure={figure} onClose={onClose} />
    </OverlayDrawer>
  );
}

function Answer({ reply, figure, onClose }: WhyPanelProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const explanation = explanationOf(figure, reply, { text, formats });
  return (
    <>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={text('why.close')} onClick={onClose} />}
        >
          {explanation.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        <div className={styles.body}>
          <Text>{explanation.rule}</Text>
          {explanation.note && <Text>{explanation.note}</Text>}
          {explanation.span && (
            <CountedMeetings
              accountId={reply.account.accountId}
              todayOn={reply.todayOn}
              span={explanation.span}
              explanation={explanation}
              countKey={figure === 'year' ? 'why.meetings.year' : 'why.meetings'}
            />
          )}
        </div>
      </DrawerBody>
    </>
  );
}

interface CountedMeetingsProps {
  readonly accountId: string;
  readonly todayOn: string;
  readonly span: NonNullable<Explanation['span']>;
  readonly explanation: Explanation;
  readonly countKey: 'why.meetings' | 'why.meetings.year';
}

function CountedMeetings({ accountId, todayOn, span, explanation, countKey }: CountedMeetingsProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const found = useAccountMeetings(accountId, span);
  if (found.data) {
    const { meetings, isCut } = found.data;
    const counted = meetings.filter(explanation.isCounted);
    const tooClose = meetings.filter(explanation.isTooClose);
    return (
      <>
        <div className={styles.group}>
          <h3 className={styles.count}>{text(countKey, { count: counted.length })}</h3>
          <MeetingList meetings={counted} todayOn={todayOn} />
        </div>
        {tooClose.length > 0 && (
          <div className={styles.group}>
            <h3 className={styles.count}>{text('why.meetings.close', { count: tooClose.length })}</h3>
            <MeetingList meetings={tooClose} todayOn={todayOn} />
          </div>
        )}
        {isCut && <Text size={200}>{text('why.cut')}</Text>}
      </>
    );
  }
  if (!found.error) return <LinesSkeleton lines={listSkeleton} />;
  return (
    <div className={styles.failed} role="alert">
      <Text>{text('why.failed')}</Text>
      <Text>{text(failureKey(found.error))}</Text>
      <Button onClick={() => void found.refetch()}>{text('failure.retry')}</Button>
    </div>
  );
}

const listSkeleton = [
  { widthPercent: 40, heightPx: 20 },
  { widthPercent: 100, heightPx: 56 },
  { widthPercent: 100, heightPx: 56 },
] as const;
