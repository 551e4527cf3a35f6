/** The second and the third tap: whom the seller met, and when. The day stores the meeting. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { OwnAccount } from '../../../api/contract/accounts.ts';
import { commandFailureKey } from '../../client/command-failure.ts';
import { useCommand } from '../../client/use-command.ts';
import { useTagsStored } from '../../client/use-tags-stored.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { PeopleChips } from '../../ui/PeopleChips.tsx';
import { useText, useTimeZone } from '../../ui/text.tsx';
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
  readonly onOtherAccount: () => void;
  readonly onAdded: (added: AddedMeeting) => void;
}

export function PeopleAndDay({ account, todayOn, likelyOn, onOtherAccount, onAdded }: PeopleAndDayProps): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const timeZone = useTimeZone();
  const adding = useCommand('add-meeting');
  const tagsStored = useTagsStored();
  const { accountId, name, contacts } = account;
  const chosen = useChosenPeople(contacts);

  function add(on: string): void {
    if (adding.isPending || chosen.ids.length === 0) return;
    const met = contacts.filter(({ contactId }) => chosen.ids.includes(contactId));
    adding.mutate(
      { params: {}, request: { accountId, contactIds: [...chosen.ids], on, modality: 'in_person', timeZone } },
      {
        onSuccess: ({ meetingId, ...stored }) => {
          tagsStored();
          onAdded({ meetingId, on, met, stored });
        },
      },
    );
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
        <DayStep todayOn={todayOn} likelyOn={likelyOn} isReady={chosen.ids.length > 0} isSaving={adding.isPending} onChoose={add} />
      )}
      {adding.isPending && <Text role="status">{text('byHand.saving')}</Text>}
      {adding.error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(adding.error))}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
