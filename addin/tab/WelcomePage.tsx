/** The page of the welcome in each of its states; it can be left at any time, and is asked for again until it is closed. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useWelcome } from '../client/queries.ts';
import { useCommand } from '../client/use-command.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { noteClosed } from '../features/welcome/use-welcome-visit.ts';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { hrefOf } from './hash-route.ts';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  way: { color: tokens.colorBrandForegroundLink, '@media (forced-colors: active)': { color: 'LinkText' } },
});

export function WelcomePage(): JSX.Element {
  const text = useText();
  const welcome = useWelcome();
  const queryClient = useQueryClient();
  const closing = useCommand('close-welcome');
  const [wasAsked, setWasAsked] = useState(false);
  if (closing.error) return <FailureState failure={closing.error} onRetry={() => closing.mutate(nothing)} />;
  if (closing.data) {
    return (
      <EmptyState title={text('welcome.closed.title')}>
        <Text>{text('welcome.closed.sentence')}</Text>
        <Way isOpen={false} />
      </EmptyState>
    );
  }
  if (!welcome.data)
    return welcome.error ? <FailureState failure={welcome.error} onRetry={() => void welcome.refetch()} /> : <TabSkeleton />;
  const { isCalendarRead, questions, sure } = welcome.data;
  // While the calendar is being read, the likeliest meetings may still be missing.
  const hasSomething = isCalendarRead && questions.length + sure.length > 0;
  // Stays true: the end of the visit belongs to it.
  if (hasSomething && !wasAsked) setWasAsked(true);
  if (!hasSomething && !wasAsked) {
    const state = isCalendarRead ? 'none' : 'reading';
    return (
      <EmptyState title={text(`welcome.${state}.title`)}>
        <Text>{text(`welcome.${state}.sentence`)}</Text>
        <Way isOpen={false} />
      </EmptyState>
    );
  }
  const close = (): void => {
    closing.mutate(nothing, { onSuccess: () => noteClosed(queryClient) });
  };
  return <Welcome reply={welcome.data} wayOut={<Way isOpen={hasSomething} />} onClose={close} />;
}

const nothing = { params: {}, request: {} } as const;

function Way({ isOpen }: { readonly isOpen: boolean }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <a className={styles.way} href={hrefOf('to-tag')}>
      {text(isOpen ? 'welcome.later' : 'welcome.toTag')}
    </a>
  );
}
