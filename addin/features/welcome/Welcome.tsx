/** The welcome at enrolment: the sure suggestions on top, then one question per account, each answered once and never again. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import type { WelcomeReply } from '../../../api/contract/welcome.ts';
import { useMyAccounts } from '../../client/queries.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useText } from '../../ui/text.tsx';
import { AccountQuestion } from './AccountQuestion.tsx';
import { SureSuggestions } from './SureSuggestions.tsx';
import { useWelcomeVisit } from './use-welcome-visit.ts';
import { progressOf } from './welcome-questions.ts';
import { WelcomeDone } from './WelcomeDone.tsx';

const useStyles = makeStyles({
  welcome: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '640px' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  asked: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '320px' },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

interface WelcomeProps {
  readonly reply: WelcomeReply;
  /** The way to the other pages. */
  readonly wayOut: ReactNode;
  readonly onClose: () => void;
}

export function Welcome({ reply, wayOut, onClose }: WelcomeProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const visit = useWelcomeVisit();
  const myAccounts = useMyAccounts();
  const [question] = reply.questions;
  const { answered, total } = progressOf(reply);
  const known = myAccounts.data?.accounts.find(({ accountId }) => accountId === question?.accountId);
  const isOpen = question !== undefined || reply.sure.length > 0;
  return (
    <div className={styles.welcome}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text('welcome.title')}</h2>
        <Text className={styles.quiet}>{text('welcome.sentence')}</Text>
      </div>
      <SureSuggestions sure={reply.sure} visit={visit} />
      <div className={styles.asked}>
        <Progress answered={answered} total={total} />
        {question ? (
          <AccountQuestion
            key={question.accountId}
            question={question}
            others={known?.contacts ?? nobody}
            todayOn={reply.todayOn}
            visit={visit}
          />
        ) : (
          <WelcomeDone changes={visit.changes} />
        )}
      </div>
      <div className={styles.ways}>
        {wayOut}
        {isOpen && (
          <Button appearance="subtle" size="small" onClick={onClose}>
            {text('welcome.close')}
          </Button>
        )}
      </div>
    </div>
  );
}

const nobody: readonly never[] = [];

function Progress({ answered, total }: { readonly answered: number; readonly total: number }): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  if (total === 0) return undefined;
  const sentence = text('welcome.progress', { answered, total });
  return (
    <div className={styles.progress}>
      <Text role="status">{sentence}</Text>
      <ProgressLine value={answered} max={total} aria-label={sentence} />
    </div>
  );
}
