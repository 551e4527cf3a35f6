/** "I met someone" in the pane, in place of the open item. */
import { Button } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { JSX } from 'react';
import { useMyAccounts } from '../client/queries.ts';
import { MetSomeone } from '../features/by-hand/MetSomeone.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { TagEffect } from '../features/tagging/TagEffect.tsx';
import type { Item } from '../host/host.ts';
import { useChoiceStyles } from '../ui/choice-styles.ts';
import { localDayOf } from '../ui/formats.ts';
import { useText, useTimeZone } from '../ui/text.tsx';
import { askedItem } from './asked-item.ts';
import { PaneSkeleton } from './PaneFrame.tsx';

interface MetSomeoneInPaneProps {
  /** The open appointment's day is the likeliest one. */
  readonly item: Item | undefined;
  readonly onBack: () => void;
}

export function MetSomeoneInPane({ item, onBack }: MetSomeoneInPaneProps): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <>
      <div>
        <Button size="small" appearance="subtle" className={styles.flush} icon={<ArrowLeft16Regular />} onClick={onBack}>
          {text('byHand.back')}
        </Button>
      </div>
      <LoadingAccounts item={item} />
    </>
  );
}

function LoadingAccounts({ item }: Pick<MetSomeoneInPaneProps, 'item'>): JSX.Element {
  const timeZone = useTimeZone();
  const mine = useMyAccounts();
  if (!mine.data) return mine.error ? <FailureState failure={mine.error} onRetry={() => void mine.refetch()} /> : <PaneSkeleton />;
  return (
    <MetSomeone
      accounts={mine.data.accounts}
      todayOn={mine.data.todayOn}
      likelyOn={item?.kind === 'appointment' ? localDayOf(item.startsAt, timeZone) : undefined}
      appointment={askedItem(item)}
      effectOf={({ stored: { changes, tag, todayOn }, met }) => (
        <TagEffect changes={changes} tag={tag} contacts={met} todayOn={todayOn} showsStrip />
      )}
    />
  );
}
