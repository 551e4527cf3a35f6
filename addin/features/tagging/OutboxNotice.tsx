/** How many answers wait on this device, and those that the server refused while their meeting is not on this page. Nothing while all is sent. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { draftOf, emptyDraft } from '../../../api/contract/tag-form.ts';
import { SharedItem, TagRequest } from '../../../api/contract/tagging.ts';
import { failureKey } from '../../client/failure.ts';
import { type OutboxEntry, subjectsOf } from '../../client/outbox/outbox-entry.ts';
import { useOutbox, useOutboxState } from '../../client/outbox/outbox-context.tsx';
import type { Outbox } from '../../client/outbox/outbox.ts';
import { useText } from '../../ui/text.tsx';
import { draftIn, sayingsOf, withSayings } from './tag-line.ts';
import { currentVersionIn, tagIn } from './tagging-session.ts';
import { TwoAnswersChoice, type TwoAnswersChoiceProps } from './TwoAnswersChoice.tsx';

const useStyles = makeStyles({
  notice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  waiting: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface OutboxNoticeProps {
  /** Whether this page shows the meeting: then it says there what is to be decided. */
  readonly isShown: (meetingId: string) => boolean;
}

export function OutboxNotice({ isShown }: OutboxNoticeProps): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const outbox = useOutbox();
  const { entries, heldUpBy, personId } = useOutboxState();
  const waiting = heldUpBy ? entries.filter(({ refusal }) => refusal === undefined).length : 0;
  const refused = entries.filter((entry) => entry.refusal !== undefined && !subjectsOf(entry).some(isShown));
  if (waiting + refused.length === 0) return undefined;
  return (
    <section className={styles.notice} aria-label={text('outbox.label')}>
      {waiting > 0 && <Waiting count={waiting} />}
      {refused.map((entry) => (
        <RefusedEntry key={entry.key} entry={entry} outbox={outbox} myId={personId} />
      ))}
    </section>
  );
}

function Waiting({ count }: { readonly count: number }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { isKept } = useOutboxState();
  return (
    <div className={styles.waiting} role="status">
      <Text weight="semibold">{text('outbox.waiting', { count })}</Text>
      <Text size={200} className={styles.quiet}>
        {text(isKept ? 'outbox.kept' : 'outbox.notKept')}
      </Text>
    </div>
  );
}

interface RefusedEntryProps {
  readonly entry: OutboxEntry;
  readonly outbox: Outbox;
  readonly myId: string | undefined;
}

function RefusedEntry({ entry, outbox, myId }: RefusedEntryProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const mine = draftIn(entry);
  const isConflict = entry.refusal?.code === 'tagged_meanwhile' && mine?.outcome !== undefined;
  return (
    <>
      {isConflict ? (
        <div className={styles.notice}>
          <h2 className={styles.title}>{text('outbox.refused', { about: entry.about })}</h2>
          <TwoAnswersChoice tagging={choiceAbout(entry, outbox, myId)} myId={myId} todayOn={undefined} />
        </div>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {text('outbox.refused', { about: entry.about })}. {entry.refusal && text(failureKey({ kind: 'problem', ...entry.refusal }))}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void outbox.tryAgain(entry.key)}>{text('tag.retry')}</Button>
            <Button onClick={() => void outbox.discard(entry.key)}>{text('outbox.discard')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

/** The choice that the meeting's own place would offer, made from what waits alone. */
function choiceAbout(entry: OutboxEntry, outbox: Outbox, myId: string | undefined): TwoAnswersChoiceProps['tagging'] {
  const { input, refusal, about, queuedAt } = entry;
  const details = refusal?.details ?? {};
  const meetingId = String(input.params['meetingId']);
  const theirs = tagIn({ details });
  const mine = draftIn(entry) ?? emptyDraft;
  const sharedItem = SharedItem.safeParse(input.request['sharedItem']).data;
  const isBothMine = theirs !== undefined && (theirs.onBehalfOf ?? theirs.taggedBy).id === myId;
  const two = { mine, theirs: theirs && draftOf(theirs), isBothMine, isForOther: sharedItem !== undefined };
  const { timeZone = '' } = TagRequest.safeParse(input.request).data ?? {};
  const context = { meetingId, timeZone, about, version: currentVersionIn({ details }) ?? 0, sharedItem };
  const choose = (counting: 'mine' | 'theirs'): void =>
    void outbox.change((entries) => withSayings(entries, sayingsOf(counting, two), context));
  return { now: { draft: mine, theirs, answeredAt: queuedAt }, useMine: () => choose('mine'), keepTheirs: () => choose('theirs') };
}
