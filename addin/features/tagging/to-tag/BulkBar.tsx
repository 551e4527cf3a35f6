/** Over the lower edge of the page: one answer for every selected meeting, then calmly what was stored, what was not and why, and undo. */
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { otherOutcomes } from '../../../../api/contract/tag-form.ts';
import type { Meeting } from '../../../../api/contract/tagging.ts';
import { modalities } from '../../../../api/contract/vocabulary.ts';
import { commandFailureKey } from '../../../client/command-failure.ts';
import { knownCode } from '../../../client/tag-portions.ts';
import { ModalityMark } from '../../../ui/ModalityMark.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { useText } from '../../../ui/text.tsx';
import { type BulkRun, commonSuggestion, progressOf } from './bulk-run.ts';
import type { WholeAnswer } from './open-meeting.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  count: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: tokens.spacingHorizontalS },
  answer: { minWidth: 'auto' },
  grow: { flexGrow: 1 },
  said: { flexGrow: 1, ':focus': { outlineStyle: 'none' } },
});

interface BulkChoiceProps {
  /** Whether the list of what happened instead is open. */
  readonly isAskingOutcome: boolean;
  readonly onAskOutcome: (isAsking: boolean) => void;
  /** At least one. */
  readonly meetings: readonly Meeting[];
  readonly onAnswer: (answer: WholeAnswer) => void;
  readonly onClear: () => void;
}

/** While meetings are selected. */
export function BulkChoice({ isAskingOutcome, onAskOutcome, meetings, onAnswer, onClear }: BulkChoiceProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const suggested = commonSuggestion(meetings);
  return (
    <Bar label={text('toTag.bulk.question')}>
      <div className={styles.line}>
        <Text className={styles.count} role="status">
          {text('toTag.selected', { count: meetings.length })}
        </Text>
        {modalities.map((modality) => (
          <Button
            key={modality}
            className={styles.answer}
            appearance={suggested === modality ? 'primary' : 'outline'}
            icon={<ModalityMark mark={modality} />}
            onClick={() => onAnswer({ kind: 'modality', modality })}
          >
            {text(`modality.${modality}`)}
          </Button>
        ))}
        <Menu open={isAskingOutcome} onOpenChange={(_event, { open }) => onAskOutcome(open)}>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" className={styles.answer}>
              {text('tag.didNotHappen')}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {otherOutcomes.map((outcome) => (
                <MenuItem key={outcome} onClick={() => onAnswer({ kind: 'outcome', outcome })}>
                  {text(`outcome.${outcome}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <span className={styles.grow} />
        <Button appearance="subtle" onClick={onClear}>
          {text('toTag.bulk.clear')}
        </Button>
      </div>
    </Bar>
  );
}

interface BulkResultProps {
  readonly run: BulkRun;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** While one answer for all is under way, and what came of it. */
export function BulkResult({ run, onUndo, onClose }: BulkResultProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { phase, stored } = run;
  const isRunning = phase === 'saving' || phase === 'undoing';
  const said = useRef<HTMLDivElement>(null);
  // The button that was pressed has gone and its focus with it: reading goes on here.
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) said.current?.focus({ preventScroll: true });
  }, [phase]);
  return (
    <Bar label={text('toTag.bulk.question')}>
      <div className={styles.line}>
        <div ref={said} tabIndex={-1} className={styles.said} role="status">
          {isRunning ? <Running run={run} /> : <Said run={run} />}
        </div>
        {phase === 'saved' && stored.length > 0 && <Button onClick={onUndo}>{text('toTag.bulk.undo')}</Button>}
        {!isRunning && (
          <Button appearance="subtle" onClick={onClose}>
            {text('toTag.bulk.close')}
          </Button>
        )}
      </div>
    </Bar>
  );
}

function Running({ run }: { readonly run: BulkRun }): JSX.Element {
  const text = useText();
  const progress = progressOf(run);
  const words = text(run.phase === 'undoing' ? 'toTag.bulk.undoing' : 'toTag.bulk.running', progress);
  return (
    <>
      <Text>{words}</Text>
      <ProgressLine value={progress.done} max={progress.total} aria-label={words} />
    </>
  );
}

function Said({ run }: { readonly run: BulkRun }): JSX.Element {
  const text = useText();
  const { phase, answer, stored, waiting, refused, failure, undone, standing } = run;
  const name = text(answer.kind === 'modality' ? `modality.${answer.modality}` : `outcome.${answer.outcome}`);
  const reason = (code: string): string => text(`problem.${knownCode(code)}`);
  const lines = [
    ...(phase === 'saved' && stored.length > 0 ? [text('toTag.bulk.stored', { answer: name, count: stored.length })] : []),
    ...(undone > 0 ? [text('toTag.bulk.undone', { count: undone })] : []),
    ...(waiting > 0 ? [text(phase === 'saved' ? 'toTag.bulk.waiting' : 'toTag.bulk.undoWaiting', { count: waiting })] : []),
    ...[...refused].map(([code, count]) => text('toTag.bulk.refused', { count, reason: reason(code) })),
    ...[...standing].map(([code, count]) => text('toTag.bulk.notUndone', { count, reason: reason(code) })),
    ...(failure ? [text(commandFailureKey(failure))] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <Text key={line} block>
          {line}
        </Text>
      ))}
    </>
  );
}

function Bar({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {children}
    </div>
  );
}
