/** The looks of the hosts as Fluent themes, and the ground that a page stands on. */
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { type JSX, type ReactNode, useEffect } from 'react';

const themes = {
  teams_light: teamsLightTheme,
  teams_dark: teamsDarkTheme,
  teams_contrast: teamsHighContrastTheme,
  // Fluent has no theme for it: dark things on a ground that Teams' own shines through.
  teams_glass: teamsDarkTheme,
  outlook_light: webLightTheme,
  outlook_dark: webDarkTheme,
  outlook_contrast: teamsHighContrastTheme,
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;

/** For what the browser draws itself: bars to scroll by, calendars of date fields. A page with the scheme of none around it stays transparent. */
const schemes: Readonly<Record<ThemeName, 'light' | 'dark' | 'normal'>> = {
  teams_light: 'light',
  teams_dark: 'dark',
  teams_contrast: 'dark',
  teams_glass: 'normal',
  outlook_light: 'light',
  outlook_dark: 'dark',
  outlook_contrast: 'dark',
};

const useStaticStyles = makeStaticStyles({
  html: { height: '100%' },
  body: { margin: 0, height: '100%', overflowWrap: 'break-word' },
  '#root': { height: '100%' },
});

const useStyles = makeStyles({
  ground: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  clear: { backgroundColor: 'transparent' },
  // As dark as the smallest text needs on the brightest picture behind it.
  glass: { backgroundColor: tokens.colorNeutralBackgroundAlpha2 },
});

/** Windows' own high contrast needs no theme: the browser forces the colours, and every mark here is drawn with `currentColor`. */
export function ThemeProvider({ theme, children }: { readonly theme: ThemeName; readonly children: ReactNode }): JSX.Element {
  useStaticStyles();
  const styles = useStyles();
  const isGlass = theme === 'teams_glass';
  useEffect(() => {
    document.documentElement.style.colorScheme = schemes[theme];
  }, [theme]);
  return (
    // The ground is an element of its own: Fluent copies the provider's classes to every tooltip layer, which would cover the page.
    <FluentProvider theme={themes[theme]} className={isGlass ? styles.clear : undefined}>
      <div className={mergeClasses(styles.ground, isGlass && styles.glass)}>{children}</div>
    </FluentProvider>
  );
}
