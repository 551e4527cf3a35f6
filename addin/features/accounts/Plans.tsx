/** The visits that are planned by hand: those ahead, and those whose day is over, of which somebody says whether they took place. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import type { Plan } from '../../../api/contract/plans.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { usePeopleStyles } from './people-styles.ts';
import { PlanHappened } from './PlanHappened.tsx';
import { Section } from './Section.tsx';
import { SentTrouble } from './SentTrouble.tsx';
import { useFocusAfterChange } from './use-focus-after-change.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, ':focus': { outlineStyle: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
  flush: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface PlansProps {
  readonly reply: AccountReply;
  /** Whether the caller may add meetings by hand. */
  readonly isSeller: boolean;
}

export function Plans({ reply, isSeller }: PlansProps): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const { place, expectChange } = useFocusAfterChange(reply);
  return (
    <Section title={text('plans.title')}>
      <div ref={place} tabIndex={-1} className={styles.content} onClickCapture={expectChange}>
        {reply.plans.length === 0 && <Text className={people.quiet}>{text('plans.none')}</Text>}
        {reply.plans.length > 0 && (
          <ul className={people.list}>
            {reply.plans.map((plan) => (
              <OnePlan key={plan.planId} plan={plan} reply={reply} isSeller={isSeller} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function OnePlan({ plan, reply, isSeller }: PlansProps & { readonly plan: Plan }): JSX.Element {
  const styles = useStyles();
  const people = usePeopleStyles();
  const text = useText();
  const formats = useFormats();
  const dropping = useSentCommand('drop-plan');
  const [isAnswering, setIsAnswering] = useState(false);
  const { planId, plannedOn, place, contacts, by, standing, mayDrop } = plan;
  const isPassed = standing === 'passed';
  const facts = [
    ...(place ? [text(`place.${place}`)] : []),
    ...(contacts.length > 0 ? [text('plans.with', { names: formats.list(contacts.map(({ name }) => name)) })] : []),
    text('plans.by', { name: by.name }),
  ];

  function drop(): void {
    void dropping.send({ params: { planId }, request: {} }, text('plans.about.drop', { day: formats.day(plannedOn) }));
  }

  return (
    <li className={people.words}>
      <Text weight="semibold">
        {text('plans.line', { day: formats.day(plannedOn), when: formats.daysAgo({ on: plannedOn, todayOn: reply.todayOn }) })}
      </Text>
      <Text className={people.quiet}>{facts.join(' · ')}</Text>
      {isPassed && <Text>{text('plans.passed')}</Text>}
      {isAnswering ? (
        <PlanHappened plan={plan} reply={reply} onCancel={() => setIsAnswering(false)} />
      ) : (
        <div className={styles.buttons}>
          {isPassed && isSeller && (
            <Button size="small" onClick={() => setIsAnswering(true)}>
              {text('plans.happened')}
            </Button>
          )}
          {mayDrop && (
            <Button
              size="small"
              appearance="subtle"
              className={isPassed ? undefined : styles.flush}
              disabledFocusable={dropping.isSending}
              onClick={drop}
            >
              {text(isPassed ? 'plans.notHappened' : 'plans.drop')}
            </Button>
          )}
        </div>
      )}
      <SentTrouble state={dropping.state} />
    </li>
  );
}
