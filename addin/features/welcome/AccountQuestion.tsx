/** "When did you last meet Contoso in person?": the calendar's candidates, another day, not in the last year, or not now. */
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WelcomeQuestion } from '../../../api/contract/welcome.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useText } from '../../ui/text.tsx';
import { AnotherDay } from './AnotherDay.tsx';
import { CandidateButton } from './CandidateButton.tsx';
import { PresenceQuestion } from './PresenceQuestion.tsx';
import { type AccountAnswer, useAccountAnswer } from './use-account-answer.ts';
import type { WelcomeVisit } from './use-welcome-visit.ts';
import { answerOfKey, type Contact, peopleOf } from './welcome-questions.ts';

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '@media (prefers-reduced-motion: no-preference)': {
      animationDuration: tokens.durationSlow,
      animationTimingFunction: tokens.curveDecelerateMid,
      animationName: { from: { opacity: 0, transform: 'translateX(24px)' }, to: { opacity: 1, transform: 'none' } },
    },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  answers: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  candidates: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  others: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface AccountQuestionProps {
  readonly question: WelcomeQuestion;
  /** The account's other people, when they are known. */
  readonly others: readonly Contact[];
  readonly todayOn: string;
  readonly visit: WelcomeVisit;
}

/** Keyed by the account: each question begins anew, with the focus on its first answer. */
export function AccountQuestion({ question, others, todayOn, visit }: AccountQuestionProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const answer = useAccountAnswer(question, visit);
  const { candidates } = question;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement || answer.openPresence) return;
    const meant = answerOfKey(event.key, candidates.length);
    if (!meant) return;
    event.preventDefault();
    const candidate = meant.kind === 'candidate' ? candidates[meant.index] : undefined;
    if (candidate) void answer.choose(candidate);
    else if (meant.kind !== 'candidate') void answer.answerWithoutMeeting(meant.kind);
  }

  return (
    <section className={styles.question} aria-labelledby="welcome-question" onKeyDownCapture={holdRepeatedKey} onKeyDown={onKeyDown}>
      <h3 id="welcome-question" className={styles.title}>
        {text('welcome.question', { account: question.name })}
      </h3>
      {answer.failure && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(answer.failure))}</MessageBarBody>
        </MessageBar>
      )}
      {answer.openPresence ? (
        <PresenceQuestion
          account={question.name}
          people={answer.openPresence.candidate.contacts}
          isSaving={answer.isSaving}
          onAnswer={(contactIds) => void answer.credit(contactIds)}
          onLeave={() => void answer.leavePresence()}
        />
      ) : (
        <Answers question={question} people={peopleOf(question, others)} todayOn={todayOn} answer={answer} />
      )}
    </section>
  );
}

/** A key that is held down answers one question, not every one that slides in after it. */
function holdRepeatedKey(event: KeyboardEvent): void {
  if (!event.repeat || event.target instanceof HTMLInputElement) return;
  if (event.key !== 'Enter' && event.key !== ' ' && !answerOfKey(event.key, Number.MAX_SAFE_INTEGER)) return;
  event.preventDefault();
  event.stopPropagation();
}

interface AnswersProps {
  readonly question: WelcomeQuestion;
  readonly people: readonly Contact[];
  readonly todayOn: string;
  readonly answer: AccountAnswer;
}

function Answers({ question: { candidates }, people, todayOn, answer }: AnswersProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const [asksDay, setAsksDay] = useState(false);
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The answer before has gone with its question; never out of the program around the page.
    if (document.hasFocus()) answers.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={answers} className={styles.answers}>
      <div className={choiceStyles.quiet}>{text('welcome.candidates', { count: candidates.length })}</div>
      {candidates.length > 0 && (
        <ol className={styles.candidates}>
          {candidates.map((candidate, index) => (
            <li key={candidate.meetingId}>
              <CandidateButton
                candidate={candidate}
                digit={index + 1}
                todayOn={todayOn}
                isDisabled={answer.isSaving}
                onChoose={() => void answer.choose(candidate)}
              />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.others}>
        <Button
          aria-keyshortcuts="N"
          disabledFocusable={answer.isSaving}
          onClick={() => void answer.answerWithoutMeeting('not_in_the_last_year')}
        >
          {text('welcome.notInTheLastYear')}
        </Button>
        {people.length > 0 && (
          <Button aria-expanded={asksDay} onClick={() => setAsksDay(!asksDay)}>
            {text('welcome.anotherDay')}
          </Button>
        )}
        <Button
          appearance="subtle"
          className={choiceStyles.answer}
          aria-keyshortcuts="S"
          disabledFocusable={answer.isSaving}
          onClick={() => void answer.answerWithoutMeeting('skipped')}
        >
          {text('welcome.skip')}
        </Button>
      </div>
      {asksDay && <AnotherDay people={people} todayOn={todayOn} isSaving={answer.isSaving} onAnswer={(day) => void answer.addDay(day)} />}
      <div className={choiceStyles.quiet}>{text('welcome.keys', { candidates: candidates.length })}</div>
    </div>
  );
}
