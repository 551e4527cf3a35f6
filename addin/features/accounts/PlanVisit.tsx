/** "Plan it": with whom, when and where; stores the plan and shows an appointment to send. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { type JSX, useState } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { places } from '../../../api/contract/vocabulary.ts';
import { useAccount } from '../../client/queries.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useHost } from '../../host/host-context.tsx';
import { dayFault } from '../../ui/by-hand-days.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { useChosenPeople } from '../../ui/use-chosen-people.ts';
import { usualVisitDay, visitDraft } from '../../ui/visit-draft.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { accountPeople } from './account-people.ts';
import { planDays } from './day-range.ts';
import { DialogLoading } from './DialogLoading.tsx';
import { ideaReason } from './idea-words.ts';
import { SentTrouble } from './SentTrouble.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { ':focus': { outlineStyle: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  reason: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface PlanVisitProps {
  readonly accountId: string;
  readonly accountName: string;
  /** Chosen at first. */
  readonly contactId?: string | undefined;
  /** Whether it stands in a list beside others of its kind. */
  readonly isInList?: boolean;
  readonly isStop?: boolean;
}

/** The button with its dialog. */
export function PlanVisit({ accountId, accountName, contactId, isInList = false, isStop = true }: PlanVisitProps): JSX.Element {
  const text = useText();
  return (
    <AccountDialog
      label={text('visit.plan')}
      description={`${text('visit.plan')}: ${accountName}`}
      {...(isInList ? { button: { size: 'small', tabIndex: isStop ? 0 : -1 } } : { icon: <CalendarAdd20Regular /> })}
    >
      {(close) => <LoadingPlan accountId={accountId} accountName={accountName} contactId={contactId} onClose={close} />}
    </AccountDialog>
  );
}

interface LoadingPlanProps extends Pick<PlanVisitProps, 'accountId' | 'accountName' | 'contactId'> {
  readonly onClose: () => void;
}

function LoadingPlan({ accountId, accountName, contactId, onClose }: LoadingPlanProps): JSX.Element {
  const text = useText();
  const found = useAccount(accountId);
  if (found.data) return <PlanForm reply={found.data} contactId={contactId} onClose={onClose} />;
  return <DialogLoading title={text('plan.title', { account: accountName })} failure={found.error} onRetry={() => void found.refetch()} />;
}

interface PlanFormProps {
  readonly reply: AccountReply;
  readonly contactId: string | undefined;
  readonly onClose: () => void;
}

const open = 'open';

function PlanForm({ reply, contactId, onClose }: PlanFormProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const title = useFocusOnMount();
  const host = useHost();
  const planning = useSentCommand('plan-visit');
  const { account, todayOn, ideas } = reply;
  const people = accountPeople(reply);
  const chosen = useChosenPeople(people, contactId === undefined ? undefined : [contactId]);
  const [on, setOn] = useState(() => usualVisitDay(todayOn));
  const [chosenPlace, setPlace] = useState<string>(ideas[0]?.place ?? open);
  const days = planDays(todayOn);
  const isDayWrong = dayFault(on, days) !== undefined;
  const place = places.find((known) => known === chosenPlace);

  async function save(): Promise<void> {
    const request = { plannedOn: on, contactIds: [...chosen.ids], ...(place ? { place } : {}) };
    const about = text('plan.about', { day: formats.day(on) });
    const sent = await planning.send({ params: { accountId: account.accountId }, request }, about);
    if (sent?.kind === 'done') onClose();
  }

  function saveAndOpen(): void {
    const attendees = people.filter((person) => chosen.ids.includes(person.contactId)).map(({ mail }) => mail);
    // Before anything is waited for: a window may open only in the click itself.
    void host.openAppointment(visitDraft({ accountName: account.name, on, place, attendees }, text));
    void save();
  }

  const isBlocked = isDayWrong || planning.isSending || planning.state.kind === 'kept';
  return (
    <DialogBody>
      <DialogTitle className={styles.title} ref={title} tabIndex={-1}>
        {text('plan.title', { account: account.name })}
      </DialogTitle>
      <DialogContent className={styles.content}>
        <Field label={text('plan.people')}>
          <div role="group" aria-label={text('plan.people')}>
            {people.length === 0 && <Text className={styles.quiet}>{text('plan.people.none')}</Text>}
            <PeopleChips people={people} chosenIds={chosen.ids} onChoose={chosen.choose} />
          </div>
        </Field>
        <Field
          label={text('plan.day')}
          {...(isDayWrong
            ? { validationMessage: text('plan.day.wrong', { first: formats.day(days.firstOn), last: formats.fullDay(days.lastOn) }) }
            : {})}
        >
          <Input type="date" min={days.firstOn} max={days.lastOn} value={on} onChange={(_event, { value }) => setOn(value)} />
        </Field>
        <Field label={text('plan.place')}>
          <RadioGroup value={chosenPlace} onChange={(_event, { value }) => setPlace(value)}>
            {ideas.map((idea) => (
              <Radio
                key={idea.place}
                value={idea.place}
                label={
                  <>
                    {text(`place.${idea.place}`)}
                    <span className={styles.reason}>{ideaReason(idea, todayOn, { text, formats })}</span>
                  </>
                }
              />
            ))}
            <Radio value={open} label={text('plan.place.open')} />
          </RadioGroup>
        </Field>
        <Text className={styles.quiet}>{text('plan.nobodyMailed')}</Text>
        <SentTrouble state={planning.state} />
      </DialogContent>
      <DialogActions fluid>
        <Button appearance="subtle" onClick={onClose}>
          {text('plan.cancel')}
        </Button>
        <Button disabledFocusable={isBlocked} onClick={() => void save()}>
          {text('plan.note')}
        </Button>
        <Button appearance="primary" disabledFocusable={isBlocked} onClick={saveAndOpen}>
          {text('plan.open')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
