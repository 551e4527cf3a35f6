/** "I met someone": account, people, day; three taps, and what they changed. For a meeting in person that no calendar has. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import type { OpenItem } from '../../../api/contract/tagging.ts';
import { useText } from '../../ui/text.tsx';
import { AccountStep } from './AccountStep.tsx';
import type { AddedMeeting } from './added-meeting.ts';
import { KeptMeeting } from './KeptMeeting.tsx';
import { PeopleAndDay } from './PeopleAndDay.tsx';
import { SavedMeeting } from './SavedMeeting.tsx';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '480px' },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface MetSomeoneProps {
  readonly accounts: readonly OwnAccount[];
  readonly todayOn: string;
  /** The day of the appointment beside which this is asked. */
  readonly likelyOn?: string | undefined;
  /** That appointment itself: a meeting of its day is the same as it. */
  readonly appointment?: OpenItem | undefined;
  /** Draws what a stored meeting changed. */
  readonly effectOf: (added: AddedMeeting) => ReactNode;
}

export function MetSomeone({ accounts, todayOn, likelyOn, appointment, effectOf }: MetSomeoneProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const [account, setAccount] = useState<OwnAccount | undefined>();
  const [added, setAdded] = useState<AddedMeeting | undefined>();
  const [isKept, setKept] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed has gone; reading goes on at the top of what came in its place.
    if (document.hasFocus()) heading.current?.focus();
  }, [account, added, isKept]);
  const again = (): void => {
    setAdded(undefined);
    setAccount(undefined);
    setKept(false);
  };
  return (
    <div className={styles.steps}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {text('byHand.title')}
        </h2>
        <Text className={styles.quiet}>{text('byHand.sentence')}</Text>
      </div>
      {isKept ? (
        <KeptMeeting onAgain={again} />
      ) : added ? (
        <SavedMeeting added={added} onTakenBack={setAdded} onAgain={again}>
          {effectOf(added)}
        </SavedMeeting>
      ) : account ? (
        <PeopleAndDay
          account={account}
          todayOn={todayOn}
          likelyOn={likelyOn}
          appointment={appointment}
          onOtherAccount={() => setAccount(undefined)}
          onAdded={setAdded}
          onKept={() => setKept(true)}
        />
      ) : (
        <AccountStep accounts={accounts} onChoose={setAccount} />
      )}
    </div>
  );
}
