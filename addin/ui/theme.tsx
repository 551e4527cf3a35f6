/** The looks of the hosts as Fluent themes, and the ground that a page stands on. */
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const themes = {
  teams_light: teamsLightTheme,
  teams_dark: teamsDarkTheme,
  teams_contrast: teamsHighContrastTheme,
  outlook_light: webLightTheme,
  outlook_dark: webDarkTheme,
  outlook_contrast: teamsHighContrastTheme,
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;

const useStaticStyles = makeStaticStyles({
  html: { height: '100%' },
  body: { margin: 0, height: '100%', overflowWrap: 'break-word' },
  '#root': { height: '100%' },
});

const useStyles = makeStyles({
  ground: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
});

/** Windows' own high contrast needs no theme: the browser forces the colours, and every mark here is drawn with `currentColor`. */
export function ThemeProvider({ theme, children }: { readonly theme: ThemeName; readonly children: ReactNode }): JSX.Element {
  useStaticStyles();
  const styles = useStyles();
  return (
    // The ground is an element of its own: Fluent copies the provider's classes to every tooltip layer, which would cover the page.
    <FluentProvider theme={themes[theme]}>
      <div className={styles.ground}>{children}</div>
    </FluentProvider>
  );
}
