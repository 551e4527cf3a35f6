/** What a meeting to come is planned to be: the suggestion until somebody says otherwise, and whether that makes it a planned visit. */
import { MessageBar, MessageBarBody, mergeClasses, ToggleButton } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Meeting } from '../../api/contract/tagging.ts';
import { isNear, modalities, type Modality } from '../../api/contract/vocabulary.ts';
import { commandFailureKey } from '../client/command-failure.ts';
import { queryKeys } from '../client/query-keys.ts';
import { useCommand } from '../client/use-command.ts';
import { useTagsStored } from '../client/use-tags-stored.ts';
import { useChoiceStyles } from '../ui/choice-styles.ts';
import { ModalityMark } from '../ui/ModalityMark.tsx';
import { useText } from '../ui/text.tsx';

export function PlannedModality({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  const queryClient = useQueryClient();
  const tagsStored = useTagsStored();
  const planning = useCommand('plan-meeting');
  const { meetingId, suggestion } = meeting;
  // Shown from the tap on; what the server says stands when it has answered or refused.
  const planned = planning.isPending ? planning.variables.request.modality : meeting.plannedModality;
  const likely = planned ?? (suggestion.modality === 'unknown' ? undefined : suggestion.modality);

  function plan(modality: Modality): void {
    if (planning.isPending) return;
    planning.mutate(
      { params: { meetingId }, request: { modality: modality === planned ? null : modality } },
      {
        onSuccess: async () => {
          tagsStored();
          await queryClient.invalidateQueries({ queryKey: queryKeys.meetingsOfItems });
        },
      },
    );
  }

  return (
    <div role="group" aria-label={text('pane.plan.question')} className={styles.question}>
      <h3 className={styles.title}>{text('pane.plan.question')}</h3>
      <div className={styles.answers}>
        {modalities.map((modality) => (
          <ToggleButton
            key={modality}
            size="small"
            className={mergeClasses(styles.answer, planned === modality && styles.chosen)}
            checked={planned === modality}
            icon={<ModalityMark mark={modality} />}
            onClick={() => plan(modality)}
          >
            {text(`modality.${modality}`)}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.quiet} role="status">
        {planWords(likely, planned === null, text)}
      </div>
      {planning.error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text(commandFailureKey(planning.error))}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function planWords(likely: Modality | undefined, isSuggested: boolean, text: ReturnType<typeof useText>): string {
  if (!likely) return text('pane.plan.open');
  const visit = text(isNear(likely) ? 'pane.plan.visit' : 'pane.plan.noVisit');
  return isSuggested ? text('pane.plan.suggested', { modality: text(`modality.${likely}`), visit }) : visit;
}
