/** How far the reading of the calendars has come; nothing once it is complete. */
import { Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { readProgress } from './endpoints.ts';
import { text } from './text.ts';

const pollEveryMs = 1_000;

const useStyles = makeStyles({
  room: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`, backgroundColor: tokens.colorNeutralBackground1 },
});

const count = new Intl.NumberFormat('en-GB');

interface ReadingProgressProps {
  /** The calendars are about to be read anew: a complete reading is looked at again. */
  readonly isAwaited: boolean;
}

export function ReadingProgress({ isAwaited }: ReadingProgressProps) {
  const styles = useStyles();
  const { data } = useQuery({
    queryKey: ['progress'],
    queryFn: readProgress,
    refetchInterval: (query) => (query.state.data?.isComplete === true && !isAwaited ? false : pollEveryMs),
  });
  if (data === undefined || (data.isComplete && !isAwaited)) return null;
  const { mailboxesDone, mailboxesTotal, eventsRead } = data;
  return (
    <div className={styles.room}>
      <Field
        validationState="none"
        validationMessage={text.progress({
          done: count.format(mailboxesDone),
          total: count.format(mailboxesTotal),
          events: count.format(eventsRead),
        })}
      >
        <ProgressBar aria-label={text.reading} max={Math.max(mailboxesTotal, 1)} value={mailboxesDone} />
      </Field>
    </div>
  );
}
