/** Work that failed as often as it is tried, by kind, and the way to have it done again. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { StatusReply } from '../../../../api/contract/admin.ts';
import { queryKeys } from '../../../client/query-keys.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useText } from '../../../ui/text.tsx';
import { useInstantFormat } from '../instant-format.ts';
import { CommandFailure } from '../SectionParts.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 0`,
    listStyleType: 'none',
  },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
});

export function SetAside({ setAside }: Pick<StatusReply, 'setAside'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formatInstant = useInstantFormat();
  const queryClient = useQueryClient();
  const redrive = useCommand('redrive-messages');
  return (
    <>
      {setAside.length > 0 && (
        <ul className={styles.list}>
          {setAside.map(({ queueName, count, oldestAt }) => {
            const what = text(`calendars.setAside.${queueName}`, { count, when: formatInstant(oldestAt) });
            const isAsked = redrive.isPending && redrive.variables.request.queueName === queueName;
            return (
              <li key={queueName} className={styles.item}>
                <Text>{what}</Text>
                <Button
                  size="small"
                  aria-label={`${text('calendars.redrive')}: ${what}`}
                  disabledFocusable={redrive.isPending}
                  onClick={() =>
                    redrive.mutate(
                      { params: {}, request: { queueName } },
                      { onSettled: () => void queryClient.invalidateQueries({ queryKey: queryKeys.status }) },
                    )
                  }
                >
                  {text(isAsked ? 'calendars.redriving' : 'calendars.redrive')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {/* Always there, so that what comes into it is read out; the button that was pressed is gone by then. */}
      <div role="status">{redrive.data && <Text>{text('calendars.redriven', { redriven: redrive.data.redriven })}</Text>}</div>
      {redrive.error && <CommandFailure failure={redrive.error} />}
    </>
  );
}
