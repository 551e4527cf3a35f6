/** The tab's pages, each fetched when it is opened: nobody sees all of them, and one person's first page is not another's. */
import { lazyPart } from '../ui/lazy-part.tsx';
import { TabSkeleton } from './TabFrame.tsx';

const whileFetched = { waiting: TabSkeleton };

export const lazyPages = {
  toTag: lazyPart(async () => (await import('./ToTagPage.tsx')).ToTagPage, whileFetched),
  myAccounts: lazyPart(async () => (await import('./MyAccountsPage.tsx')).MyAccountsPage, whileFetched),
  team: lazyPart(async () => (await import('./TeamPage.tsx')).TeamPage, whileFetched),
  settings: lazyPart(async () => (await import('./SettingsPage.tsx')).SettingsPage, whileFetched),
  account: lazyPart(async () => (await import('./AccountPage.tsx')).AccountPage, whileFetched),
  welcome: lazyPart(async () => (await import('./WelcomePage.tsx')).WelcomePage, whileFetched),
  metSomeone: lazyPart(async () => (await import('./MetSomeonePage.tsx')).MetSomeonePage, whileFetched),
  myData: lazyPart(async () => (await import('./MyDataPage.tsx')).MyDataPage, whileFetched),
} as const;
