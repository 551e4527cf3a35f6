/** The second and the third tap: whom the seller met, and when. The day stores the meeting. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import type { OpenItem } from '../../../api/contract/tagging.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useSentCommand } from '../../client/use-sent-command.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';
import { useChosenPeople } from '../../ui/use-chosen-people.ts';
import type { AddedMeeting } from './added-meeting.ts';
import { DayStep } from './DayStep.tsx';

const useStyles = makeStyles({
  chosen: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalM}` },
});

interface PeopleAndDayProps {
  readonly account: OwnAccount;
  readonly todayOn: string;
  /** The day of the appointment beside which this is asked. */
  readonly likelyOn: string | undefined;
  /** That appointment itself: a meeting of its day is the same as it. */
  readonly appointment: OpenItem | undefined;
  readonly onOtherAccount: () => void;
  readonly onAdded: (added: AddedMeeting) => void;
  /** It waits on this device, and is sent by itself. */
  readonly onKept: () => void;
}

export function PeopleAndDay({ account, todayOn, likelyOn, appointment, onOtherAccount, onAdded, onKept }: PeopleAndDayProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const timeZone = useTimeZone();
  const formats = useFormats();
  const adding = useSentCommand('add-meeting');
  const { accountId, name, contacts } = account;
  const chosen = useChosenPeople(contacts);

  async function add(on: string): Promise<void> {
    if (adding.isSending || chosen.ids.length === 0) return;
    const item = on === likelyOn ? appointment : undefined;
    const met = contacts.filter(({ contactId }) => chosen.ids.includes(contactId));
    const request = { accountId, contactIds: [...chosen.ids], on, modality: 'in_person' as const, item, timeZone };
    const sent = await adding.send({ params: {}, request }, text('byHand.about', { name, day: formats.day(on) }));
    if (sent?.kind === 'kept') onKept();
    if (sent?.kind !== 'done') return;
    const { meetingId, ...stored } = sent.value;
    onAdded({ meetingId, on, met, stored });
  }

  return (
    <>
      <div className={styles.chosen}>
        <Text weight="semibold">{name}</Text>
        <Button size="small" appearance="subtle" onClick={onOtherAccount}>
          {text('byHand.account.change')}
        </Button>
      </div>
      <div role="group" aria-label={text('byHand.people')} className={choiceStyles.question}>
        <h3 className={choiceStyles.title}>{text('byHand.people')}</h3>
        {contacts.length === 0 && <Text>{text('byHand.people.none')}</Text>}
        <PeopleChips people={contacts} chosenIds={chosen.ids} onChoose={chosen.choose} />
      </div>
      {contacts.length > 0 && (
        <DayStep
          todayOn={todayOn}
          likelyOn={likelyOn}
          isReady={chosen.ids.length > 0}
          isSaving={adding.isSending}
          onChoose={(on) => void add(on)}
        />
      )}
      {adding.isSending && <Text role="status">{text('byHand.saving')}</Text>}
      {adding.state.kind === 'refused' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(adding.state.failure))}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
