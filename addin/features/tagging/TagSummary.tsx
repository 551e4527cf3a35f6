/** What was answered, by whom and whether it is stored, with the way to change it; and what to do when it could not be stored. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { draftOf } from '../../../api/contract/tag-form.ts';
import { failureKey, isPassing } from '../../client/failure.ts';
import { localDayOf } from '../../ui/formats.ts';
import { ModalityMark } from '../../ui/ModalityMark.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { answerMark, answerWords } from './tag-words.ts';
import type { Tagging } from './use-tagging.tsx';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalS}`,
    ':focus': { outlineStyle: 'none' },
  },
  answer: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, flexGrow: 1 },
});

interface TagSummaryProps {
  readonly tagging: Tagging;
  /** The signed-in person's object id, when it is known. */
  readonly myId: string | undefined;
  readonly todayOn: string;
}

export function TagSummary({ tagging, myId, todayOn }: TagSummaryProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { draft, phase } = tagging.now;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => catchLostFocus(summary.current), [phase]);
  const mark = answerMark(draft);
  return (
    <>
      <div className={styles.summary} ref={summary} tabIndex={-1}>
        <span className={styles.answer}>
          {mark && <ModalityMark mark={mark} />}
          {answerWords(draft, text)}
        </span>
        <span className={styles.quiet} role="status">
          <SavingWords tagging={tagging} myId={myId} todayOn={todayOn} />
        </span>
        <Button size="small" appearance="subtle" onClick={() => tagging.answer({ kind: 'change' })}>
          {text('tag.change')}
        </Button>
      </div>
      <TagTrouble tagging={tagging} />
    </>
  );
}

/** The button that was pressed has gone and its focus with it: reading goes on here, and a second Enter answers nothing by mistake. */
function catchLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body && document.hasFocus()) element?.focus({ preventScroll: true });
}

function SavingWords({ tagging: { now }, myId, todayOn }: TagSummaryProps): string {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  if (now.phase === 'saving') return text('tag.saving');
  if (now.phase !== 'saved' || !now.storedTag) return text('tag.notSaved');
  const { taggedBy, taggedAt } = now.storedTag;
  const when = formats.daysAgo({ on: localDayOf(taggedAt, timeZone), todayOn });
  if (taggedBy.id === myId) return now.changes.length > 0 ? text('tag.saved') : text('tag.byYou', { when });
  return text('tag.by', { name: taggedBy.name, when });
}

/** An answer that could not be stored, or that met another one. The seller's own answer stays on the screen until this is settled. */
function TagTrouble({ tagging }: { readonly tagging: Tagging }): JSX.Element | undefined {
  const text = useText();
  const { now } = tagging;
  if (now.phase === 'conflict') {
    const theirs = now.theirs && { name: now.theirs.taggedBy.name, answer: answerWords(draftOf(now.theirs), text) };
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {theirs ? text('tag.conflict.theirs', theirs) : text('tag.conflict.unknown')}{' '}
          {text('tag.conflict.yours', { answer: answerWords(now.draft, text) })}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={tagging.keepTheirs}>{text('tag.conflict.keep')}</Button>
          <Button onClick={tagging.useMine}>{text('tag.conflict.change')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (now.phase !== 'failed' || !now.failure) return undefined;
  return (
    <MessageBar intent={isPassing(now.failure) ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody>{text(failureKey(now.failure))}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={tagging.retry}>{text('tag.retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
