/** The menu of faults: what our API and the Graph simulator do wrong (kept by the server), and how sign-in behaves (kept here). */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, WarningRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { Choice } from './Choice.tsx';
import type { Faults } from './endpoints.ts';
import type { SignInState } from './nested-app-auth.ts';
import { text } from './text.ts';

const apiFaults: readonly Faults['api'][] = ['none', 'unavailable', 'slow', 'answer_lost'];
const graphFaults: readonly Faults['graph'][] = ['none', 'throttle', 'unavailable', 'slow'];
const signInFaults: readonly SignInState[] = ['none', 'signed-out', 'no-bridge'];

const useStyles = makeStyles({
  // A row of its own under the bar, so that it covers neither frame.
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    width: '100%',
  },
});

interface FaultMenuProps {
  readonly faults: Faults;
  readonly signIn: SignInState;
  readonly onFaults: (faults: Faults) => void;
  readonly onSignIn: (state: SignInState) => void;
}

export function FaultMenu({ faults, signIn, onFaults, onSignIn }: FaultMenuProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const rowId = useId();
  const on = [faults.api, faults.graph, signIn].filter((each) => each !== 'none').length;
  return (
    <>
      <Button
        size="small"
        icon={<WarningRegular />}
        appearance={on === 0 ? 'outline' : 'primary'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? rowId : undefined}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {on === 0 ? text.faults : text.faultsOn(on)}&nbsp;
        {isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
      </Button>
      {isOpen && (
        <div id={rowId} className={styles.row} role="group" aria-label={text.faults}>
          <Choice
            label={text.apiFault}
            value={faults.api}
            options={named(apiFaults)}
            onChange={(api) => {
              onFaults({ ...faults, api });
            }}
          />
          <Choice
            label={text.graphFault}
            value={faults.graph}
            options={named(graphFaults)}
            onChange={(graph) => {
              onFaults({ ...faults, graph });
            }}
          />
          <Choice label={text.signInFault} value={signIn} options={named(signInFaults)} onChange={onSignIn} />
        </div>
      )}
    </>
  );
}

function named<T extends string>(values: readonly T[]): readonly (readonly [T, string])[] {
  return values.map((value) => [value, text.faultNames[value] ?? value]);
}
