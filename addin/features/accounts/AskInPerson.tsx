/** "I asked": whom and when; stored as an invitation that is open. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { AccountReply } from '../../../api/contract/accounts.ts';
import { useAccount } from '../../client/queries.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { dayFault } from '../../ui/by-hand-days.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { accountPeople } from './account-people.ts';
import { askDays } from './day-range.ts';
import { DialogLoading } from './DialogLoading.tsx';
import { SentTrouble } from './SentTrouble.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { ':focus': { outlineStyle: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface AskInPersonProps {
  readonly accountId: string;
  readonly accountName: string;
  /** Chosen at first. */
  readonly contactId?: string | undefined;
  /** Whether it stands in a list beside others of its kind. */
  readonly isInList?: boolean;
  readonly isStop?: boolean;
}

/** The button with its dialog. */
export function AskInPerson({ accountId, accountName, contactId, isInList = false, isStop = true }: AskInPersonProps): JSX.Element {
  const text = useText();
  return (
    <AccountDialog
      label={text('visit.asked')}
      description={`${text('visit.asked')}: ${accountName}`}
      {...(isInList ? { button: { size: 'small', appearance: 'subtle', tabIndex: isStop ? 0 : -1 } } : {})}
    >
      {(close) => <LoadingAsk accountId={accountId} contactId={contactId} onClose={close} />}
    </AccountDialog>
  );
}

interface LoadingAskProps extends Pick<AskInPersonProps, 'accountId' | 'contactId'> {
  readonly onClose: () => void;
}

function LoadingAsk({ accountId, contactId, onClose }: LoadingAskProps): JSX.Element {
  const text = useText();
  const found = useAccount(accountId);
  if (found.data) return <AskForm reply={found.data} contactId={contactId} onClose={onClose} />;
  return <DialogLoading title={text('ask.title')} failure={found.error} onRetry={() => void found.refetch()} />;
}

interface AskFormProps {
  readonly reply: AccountReply;
  readonly contactId: string | undefined;
  readonly onClose: () => void;
}

function AskForm({ reply, contactId, onClose }: AskFormProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const title = useFocusOnMount();
  const timeZone = useTimeZone();
  const asking = useSentCommand('ask-in-person');
  const { account, todayOn } = reply;
  const people = accountPeople(reply);
  const [first, second] = people;
  const [chosenId, setChosenId] = useState(contactId ?? (second ? undefined : first?.contactId));
  const [on, setOn] = useState(todayOn);
  const [wasSent, setWasSent] = useState(false);
  const days = askDays(todayOn);
  const isDayWrong = dayFault(on, days) !== undefined;
  const person = people.find((candidate) => candidate.contactId === chosenId);

  async function save(): Promise<void> {
    setWasSent(true);
    if (!person || isDayWrong) return;
    const request = { contactId: person.contactId, askedOn: on, timeZone };
    const sent = await asking.send({ params: { accountId: account.accountId }, request }, text('visit.about.ask', { name: person.name }));
    if (sent?.kind === 'done') onClose();
  }

  return (
    <DialogBody>
      <DialogTitle className={styles.title} ref={title} tabIndex={-1}>
        {text('ask.title')}
      </DialogTitle>
      <DialogContent className={styles.content}>
        <Field label={account.name} {...(wasSent && !person ? { validationMessage: text('ask.who.missing') } : {})}>
          <div role="group" aria-label={text('ask.title')}>
            {people.length === 0 && <Text className={styles.quiet}>{text('plan.people.none')}</Text>}
            <PeopleChips
              people={people}
              chosenIds={chosenId === undefined ? [] : [chosenId]}
              onChoose={(id, isChosen) => setChosenId(isChosen ? id : undefined)}
            />
          </div>
        </Field>
        <Field
          label={text('ask.day')}
          {...(isDayWrong
            ? { validationMessage: text('ask.day.wrong', { first: formats.fullDay(days.firstOn), last: formats.day(days.lastOn) }) }
            : {})}
        >
          <Input type="date" min={days.firstOn} max={days.lastOn} value={on} onChange={(_event, { value }) => setOn(value)} />
        </Field>
        <SentTrouble state={asking.state} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('ask.cancel')}</Button>
        <Button appearance="primary" disabledFocusable={asking.isSending || asking.state.kind === 'kept'} onClick={() => void save()}>
          {text('ask.save')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
