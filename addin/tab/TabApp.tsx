/** The tab's pages and the way between them; which there are follows from who is signed in. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type JSX, type ReactNode, useEffect } from 'react';
import type { Me } from '../../api/contract/person.ts';
import { useMe } from '../client/queries.ts';
import { FailureState, NotEnrolled } from '../features/session/FailureState.tsx';
import { TaggingProvider } from '../features/tagging/use-tagging.tsx';
import { useHost } from '../host/host-context.tsx';
import { AccountHrefProvider } from '../ui/AccountName.tsx';
import { EmptyState, PageName } from '../ui/states.tsx';
import { useText } from '../ui/text.tsx';
import { accountHref, byHandPath, hrefOf, myDataPath, type PageRoute, routeIn, useHash, welcomePath } from './hash-route.ts';
import { lazyPages } from './lazy-pages.ts';
import { TabSkeleton } from './TabFrame.tsx';

/** In the order of the navigation; the first one that a person may see opens by itself. */
const pages = [
  { name: 'to_tag', path: 'to-tag', role: 'seller', opensAccounts: true, Page: lazyPages.toTag },
  { name: 'my_accounts', path: 'my-accounts', role: 'seller', opensAccounts: true, Page: lazyPages.myAccounts },
  { name: 'team', path: 'team', role: 'manager', opensAccounts: true, Page: lazyPages.team },
  { name: 'settings', path: 'settings', role: 'admin', opensAccounts: false, Page: lazyPages.settings },
] as const;

/** Reached by links, not by the navigation. */
const accountPath = 'accounts';
/** Likewise; each lies below the page of the navigation that links to it. */
const pagesBelow = [
  { path: welcomePath, above: 'to_tag', Page: lazyPages.welcome },
  { path: byHandPath, above: 'to_tag', Page: lazyPages.metSomeone },
] as const;

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
  foot: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quietLink: {
    color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
    '@media (forced-colors: active)': { color: 'LinkText' },
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
  const host = useHost();
  const { path } = routeIn(useHash() || (host.page ?? ''));
  // While the server is asked who this is; a page that they may not see is then fetched in vain.
  useEffect(() => pageAt(path).prefetch(), [path]);
  if (me.data) return <PagesOf me={me.data} />;
  return <Main>{me.error ? <FailureState failure={me.error} onRetry={() => void me.refetch()} /> : <TabSkeleton />}</Main>;
}

/** Who answers for others does so beside their meetings; there is nothing of their own to show. */
function OnlyInOutlook(): JSX.Element {
  const text = useText();
  return (
    <EmptyState title={text('pane.delegate.title')}>
      <Text>{text('pane.delegate.sentence')}</Text>
    </EmptyState>
  );
}

function PagesOf({ me }: { readonly me: Me }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const host = useHost();
  const route = routeIn(useHash() || (host.page ?? ''));
  const allowed = pages.filter(({ role }) => me.roles.includes(role));
  const place = placeIn(route, allowed);
  if (!place) {
    return <Main>{me.roles.includes('delegate') ? <OnlyInOutlook /> : <NotEnrolled />}</Main>;
  }
  return (
    <TaggingProvider>
      <nav className={styles.nav} aria-label={text('nav.label')}>
        {allowed.map((page) => (
          <a
            key={page.path}
            href={hrefOf(page.path)}
            className={mergeClasses(styles.link, page === place.page && styles.current)}
            aria-current={page !== place.page ? undefined : place.kind === 'page' ? 'page' : 'true'}
          >
            {text(`nav.${page.name}`)}
          </a>
        ))}
      </nav>
      <AccountHrefProvider value={aboveAccounts(allowed) && accountHref}>
        <Main name={place.kind === 'page' ? text(`nav.${place.page.name}`) : undefined}>
          <Content place={place} me={me} />
        </Main>
      </AccountHrefProvider>
      <footer className={styles.foot}>
        <a className={styles.quietLink} href={hrefOf(myDataPath)} aria-current={place.kind === 'my_data' ? 'page' : undefined}>
          {text('myData.link')}
        </a>
      </footer>
    </TaggingProvider>
  );
}

function pageAt(path: string): Pick<(typeof lazyPages)['account'], 'prefetch'> {
  if (path === accountPath) return lazyPages.account;
  return [...pages, ...pagesBelow].find((page) => page.path === path)?.Page ?? lazyPages.toTag;
}

type NavigationPage = (typeof pages)[number];

/** What an address shows; `page` is the one of the navigation that it is, or lies below. */
type Place =
  | { readonly kind: 'page'; readonly page: NavigationPage }
  | { readonly kind: 'below'; readonly page: NavigationPage; readonly Page: (typeof pagesBelow)[number]['Page'] }
  /** Below none of them: everybody's own. */
  | { readonly kind: 'my_data'; readonly page: undefined }
  | { readonly kind: 'account'; readonly page: NavigationPage; readonly accountId: string };

/** Undefined for somebody who may see no page at all. */
function placeIn({ path, id }: PageRoute, allowed: readonly NavigationPage[]): Place | undefined {
  if (path === myDataPath && allowed.length > 0) return { kind: 'my_data', page: undefined };
  const listPage = aboveAccounts(allowed);
  if (path === accountPath && id !== undefined && listPage) return { kind: 'account', page: listPage, accountId: id };
  const below = pagesBelow.find((page) => page.path === path);
  const above = allowed.find(({ name }) => name === below?.above);
  if (below && above) return { kind: 'below', page: above, Page: below.Page };
  const page = allowed.find((candidate) => candidate.path === path) ?? allowed[0];
  return page && { kind: 'page', page };
}

/** An account's page lies below the page that its list is on. */
function aboveAccounts(allowed: readonly NavigationPage[]): NavigationPage | undefined {
  return allowed.findLast(({ opensAccounts }) => opensAccounts);
}

function Content({ place, me }: { readonly place: Place; readonly me: Me }): JSX.Element {
  switch (place.kind) {
    case 'account':
      return <lazyPages.account.Part accountId={place.accountId} above={place.page} />;
    case 'my_data':
      return <lazyPages.myData.Part />;
    case 'below':
      return <place.Page.Part />;
    case 'page':
      return <place.page.Page.Part me={me} />;
  }
}

interface MainProps {
  /** Of a page that the navigation names; the others begin with a heading of their own. */
  readonly name?: string | undefined;
  readonly children: ReactNode;
}

function Main({ name, children }: MainProps): JSX.Element {
  return (
    <main>
      <PageName name={name} />
      {children}
    </main>
  );
}
