/** The tab's pages and the way between them; which there are follows from who is signed in. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import type { Me } from '../../api/contract/person.ts';
import { useMe } from '../client/queries.ts';
import { FailureState, NotEnrolled } from '../features/session/FailureState.tsx';
import { TaggingProvider } from '../features/tagging/use-tagging.tsx';
import { useHost } from '../host/host-context.tsx';
import { AccountHrefProvider } from '../ui/AccountName.tsx';
import { PageName } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { AccountPage } from './AccountPage.tsx';
import { accountHref, hrefOf, routeIn, useHash } from './hash-route.ts';
import { SettingsPage } from './SettingsPage.tsx';
import { TabSkeleton } from './TabFrame.tsx';
import { TeamPage } from './TeamPage.tsx';
import { ToTagPage } from './ToTagPage.tsx';

/** In the order of the navigation; the first one that a person may see opens by itself. */
const pages = [
  { name: 'to_tag', path: 'to-tag', role: 'seller', opensAccounts: true, Page: ToTagPage },
  { name: 'team', path: 'team', role: 'manager', opensAccounts: true, Page: TeamPage },
  { name: 'settings', path: 'settings', role: 'admin', opensAccounts: false, Page: SettingsPage },
] as const;

/** Reached by links, not by the navigation. */
const accountPath = 'accounts';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    padding: `${tokens.spacingVerticalS} 0`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    // Forced colours make a transparent border visible.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export function TabApp(): JSX.Element {
  const me = useMe();
  if (me.data) return <PagesOf me={me.data} />;
  return <Main>{me.error ? <FailureState failure={me.error} onRetry={() => void me.refetch()} /> : <TabSkeleton />}</Main>;
}

function PagesOf({ me }: { readonly me: Me }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const host = useHost();
  const route = routeIn(useHash() || (host.page ?? ''));
  const allowed = pages.filter(({ role }) => me.roles.includes(role));
  const [first] = allowed;
  if (!first) {
    return (
      <Main>
        <NotEnrolled />
      </Main>
    );
  }
  const above = allowed.findLast(({ opensAccounts }) => opensAccounts);
  const isAccount = route.path === accountPath && route.id !== undefined && above !== undefined;
  const current = isAccount ? undefined : (allowed.find(({ path }) => path === route.path) ?? first);
  // An account's page lies below the page that its list is on.
  const shown = current ?? above;
  return (
    <TaggingProvider>
      <nav className={styles.nav} aria-label={text('nav.label')}>
        {allowed.map((page) => (
          <a
            key={page.path}
            href={hrefOf(page.path)}
            className={mergeClasses(styles.link, page === shown && styles.current)}
            aria-current={page === current ? 'page' : page === shown ? 'true' : undefined}
          >
            {text(`nav.${page.name}`)}
          </a>
        ))}
      </nav>
      <AccountHrefProvider value={above && accountHref}>
        <Main>{isAccount ? <AccountPage accountId={route.id} above={above} /> : current && <current.Page me={me} />}</Main>
      </AccountHrefProvider>
    </TaggingProvider>
  );
}

function Main({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <main>
      <PageName />
      {children}
    </main>
  );
}
