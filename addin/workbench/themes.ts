/** What a chosen theme means in each place: Fluent's tokens for the workbench itself, Teams' names, Outlook's four colours. */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import type { OfficeColors } from './office-messages.ts';
import type { ThemeName } from './place.ts';

const light: OfficeColors = {
  bodyBackgroundColor: '#ffffff',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#f5f5f5',
  controlForegroundColor: '#242424',
};
const dark: OfficeColors = {
  bodyBackgroundColor: '#292929',
  bodyForegroundColor: '#ffffff',
  controlBackgroundColor: '#1f1f1f',
  controlForegroundColor: '#ffffff',
};
const highContrast: OfficeColors = {
  bodyBackgroundColor: '#000000',
  bodyForegroundColor: '#ffffff',
  controlBackgroundColor: '#000000',
  controlForegroundColor: '#ffffff',
};

/** Outlook has no glass; Teams draws glass over dark. */
export const officeColors: Readonly<Record<ThemeName, OfficeColors>> = { default: light, glass: dark, dark, contrast: highContrast };

export const pageThemes: Readonly<Record<ThemeName, Theme>> = {
  default: webLightTheme,
  glass: webDarkTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};
