/** The frame of the Teams tab. */

export const tab = {
  'nav.label': 'Pages',
  'nav.to_tag': 'To tag',
  'nav.my_accounts': 'My accounts',
  'nav.team': 'Team',
  'nav.settings': 'Settings',
} as const;
