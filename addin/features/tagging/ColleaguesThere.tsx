/** Who of ours was there by their own answers, and the one tap that adds the person who looks. */
import { Button, Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Meeting } from '../../../api/contract/tagging.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { colleaguesThere } from './colleagues-there.ts';
import type { Tagging } from './use-tagging.tsx';

interface ColleaguesThereProps {
  readonly meeting: Meeting;
  readonly tagging: Tagging;
  readonly myId: string | undefined;
  /** In whose place the answers are given. */
  readonly owner: { readonly id: string; readonly name: string } | null;
}

export function ColleaguesThere({ meeting, tagging, myId, owner }: ColleaguesThereProps): JSX.Element | undefined {
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const sellerId = owner?.id ?? myId;
  const there = colleaguesThere(meeting.colleaguesPresent, tagging.now, sellerId);
  if (there.names.length === 0) return undefined;
  return (
    <div className={choiceStyles.row}>
      <Text size={200} className={choiceStyles.quiet}>
        {text('tag.colleaguesThere', { names: formats.list(there.names) })}
      </Text>
      {there.mayJoin && (
        <Button size="small" onClick={() => tagging.answer({ kind: 'me_too' })}>
          {owner ? text('tag.meToo.owner', { name: owner.name }) : text('tag.meToo')}
        </Button>
      )}
    </div>
  );
}
