/** The manager's page: the headline, and one row per account of the people who report to them. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { TeamReply } from '../../api/contract/team.ts';
import { useTeam } from '../client/queries.ts';
import { FailureState } from '../features/session/FailureState.tsx';
import { EmptyTeam } from '../features/team/EmptyTeam.tsx';
import { firstView, teamRows } from '../features/team/team-rows.ts';
import { TeamFilters } from '../features/team/TeamFilters.tsx';
import { TeamHeadline } from '../features/team/TeamHeadline.tsx';
import { TeamTable } from '../features/team/TeamTable.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useFormats, useText } from '../ui/text.tsx';
import { TabSkeleton } from './TabFrame.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

export function TeamPage(): JSX.Element {
  const team = useTeam();
  if (team.data) return <LoadedTeam team={team.data} />;
  if (team.error) return <FailureState failure={team.error} onRetry={() => void team.refetch()} />;
  return <TabSkeleton />;
}

function LoadedTeam({ team }: { readonly team: TeamReply }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { locale } = useFormats();
  const [view, setView] = useState(firstView);
  if (team.accounts.length === 0) return <EmptyTeam team={team} />;
  const rows = teamRows(team.accounts, view, locale);
  return (
    <div className={styles.page}>
      {team.calendars.read < team.calendars.total && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text('team.reading', team.calendars)}</MessageBarBody>
        </MessageBar>
      )}
      <TeamHeadline team={team} />
      <TeamFilters view={view} shown={rows.length} total={team.accounts.length} onChange={setView} />
      {rows.length > 0 ? (
        <TeamTable team={team} rows={rows} view={view} onChange={setView} />
      ) : (
        <EmptyState title={text('team.noMatch.title')}>
          <Text>{text('team.noMatch.sentence')}</Text>
          <Button onClick={() => setView({ ...view, search: '', word: undefined })}>{text('team.noMatch.action')}</Button>
        </EmptyState>
      )}
    </div>
  );
}
