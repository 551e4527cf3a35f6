/** A manager pauses an account: a reason from the list and the last day. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Pause20Regular } from '@fluentui/react-icons/svg/pause';
import { type FormEvent, type JSX, useState } from 'react';
import type { Pause } from '../../../api/contract/accounts.ts';
import { pausePolicy, pauseReasons } from '../../../api/contract/vocabulary.ts';
import { failureKey } from '../../client/failure.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { firstPauseForm, lastPauseDay, pauseClaimOf } from './pause-claim.ts';
import { usePausing } from './use-pause.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface PauseDialogProps {
  readonly accountId: string;
  readonly name: string;
  readonly todayOn: string;
  /** The one that runs: a new one takes its place. */
  readonly pause: Pause | null;
}

/** The button with its dialog. */
export function PauseDialog(props: PauseDialogProps): JSX.Element {
  const text = useText();
  const restoreFocus = useRestoreFocusTarget();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<Pause20Regular />} aria-haspopup="dialog" onClick={() => setIsOpen(true)} {...restoreFocus}>
        {text(props.pause ? 'account.pause.change' : 'account.pause')}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={(_event, { open }) => setIsOpen(open)}>
          <DialogSurface>
            <PauseForm {...props} onStored={() => setIsOpen(false)} />
          </DialogSurface>
        </Dialog>
      )}
    </>
  );
}

function PauseForm({
  accountId,
  name,
  todayOn,
  pause: running,
  onStored,
}: PauseDialogProps & { readonly onStored: () => void }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { isSaving, failure, pause } = usePausing(accountId);
  const [form, setForm] = useState(() => firstPauseForm(todayOn, running));
  const [wasSent, setWasSent] = useState(false);
  const checked = pauseClaimOf(form, todayOn);
  const faults = wasSent && 'faults' in checked ? checked.faults : [];
  const lastDay = formats.day(lastPauseDay(todayOn));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWasSent(true);
    if ('claim' in checked && !isSaving && (await pause(checked.claim))) onStored();
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>{text('account.pause.title', { account: name })}</DialogTitle>
        <DialogContent className={styles.content}>
          <Text>{text('account.pause.means')}</Text>
          <Field
            label={text('account.pause.reason')}
            required
            {...(faults.includes('reason') ? { validationMessage: text('account.pause.reasonMissing') } : {})}
          >
            <Select value={form.reason} onChange={(_event, { value }) => setForm({ ...form, reason: value })}>
              <option value="">{text('account.pause.choose')}</option>
              {pauseReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {text(`pauseReason.${reason}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={text('account.pause.untilOn')}
            required
            hint={text('account.pause.atMost', { maxDays: pausePolicy.maxDays, day: lastDay })}
            {...(faults.includes('untilOn') ? { validationMessage: text('account.pause.dayWrong', { day: lastDay }) } : {})}
          >
            <Input
              type="date"
              min={todayOn}
              max={lastPauseDay(todayOn)}
              value={form.untilOn}
              onChange={(_event, { value }) => setForm({ ...form, untilOn: value })}
            />
          </Field>
          {failure && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{text(failureKey(failure))}</MessageBarBody>
            </MessageBar>
          )}
        </DialogContent>
        <DialogActions>
          <DialogTrigger disableButtonEnhancement>
            <Button>{text('account.pause.cancel')}</Button>
          </DialogTrigger>
          <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
            {text(isSaving ? 'account.pause.saving' : 'account.pause.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
