/** A plan that took place: whom the seller met, on its day or another, stored as a meeting added by hand. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import type { Plan } from '../../../api/contract/plans.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { byHandDays, dayFault } from '../../ui/by-hand-days.ts';
import { DayField } from '../../ui/DayField.tsx';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { useChosenPeople } from '../../ui/use-chosen-people.ts';
import { accountPeople } from './account-people.ts';
import { SentTrouble } from './SentTrouble.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface PlanHappenedProps {
  readonly plan: Plan;
  readonly reply: AccountReply;
  readonly onCancel: () => void;
}

export function PlanHappened({ plan, reply, onCancel }: PlanHappenedProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const adding = useSentCommand('add-meeting');
  const people = accountPeople(reply);
  const known = new Set(people.map(({ contactId }) => contactId));
  const planned = plan.contacts.map(({ contactId }) => contactId).filter((contactId) => known.has(contactId));
  const chosen = useChosenPeople(people, planned.length > 0 ? planned : undefined);
  const [on, setOn] = useState<string>(plan.plannedOn);
  const isDayWrong = dayFault(on, byHandDays(reply.todayOn)) !== undefined;
  const { accountId } = reply.account;

  function save(): void {
    const request = { accountId, contactIds: [...chosen.ids], on, modality: 'in_person' as const, timeZone };
    const place = plan.place ? { place: plan.place } : {};
    void adding.send({ params: {}, request: { ...request, ...place } }, text('plans.about.met', { day: formats.day(plan.plannedOn) }));
  }

  const isBlocked = chosen.ids.length === 0 || isDayWrong || adding.isSending || adding.state.kind === 'kept';
  return (
    <div className={styles.form}>
      <Text>{text('plans.whom')}</Text>
      <div role="group" aria-label={text('plans.whom')}>
        <PeopleChips people={people} chosenIds={chosen.ids} onChoose={chosen.choose} />
      </div>
      <DayField value={on} todayOn={reply.todayOn} showsFault onChange={setOn} />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabledFocusable={isBlocked} onClick={save}>
          {text('plans.saveMet')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {text('plan.cancel')}
        </Button>
      </div>
      <SentTrouble state={adding.state} />
    </div>
  );
}
