/** The team’s page. */

export const team = {
  'team.title': 'Team',
  'team.headline':
    'Top accounts (80% of revenue): {onCadence} of {accounts} on cadence{share, select, none {} other {, {share} of their revenue}}.',
  'team.headline.virtual':
    '{count, plural, =0 {None completely virtual} one {# completely virtual, {revenue} a year} other {# completely virtual, {revenue} a year}}.',
  'team.headline.overdue':
    '{count, plural, =0 {None overdue without a planned visit} one {Overdue with no visit planned: # account, {revenue}} other {Overdue with no visit planned: # accounts, {revenue}}}.',
  'team.headline.keyPartners':
    '{count, plural, =0 {Every key partner has been met in person} one {# key partner never met in person} other {# key partners never met in person}}.',
  'team.headline.paused': '{count, number} paused',
  'team.headline.coverage': 'Coverage {share}, without new and paused ones.',
  'team.headline.outside':
    '{count, plural, one {# top account stands outside these figures: its owner is not enrolled, or the calendar is not read yet} other {# top accounts stand outside these figures: their owners are not enrolled, or the calendars are not read yet}}.',
  'team.headline.none': 'No account brings revenue yet. Import revenue to see which accounts matter most.',
  'team.headline.nobody': 'None of the top accounts can be counted yet: their owners are not enrolled, or the calendars are not read.',
  'team.reading': '{read, number} of {total, number} calendars read. Figures are incomplete until all are.',
  'team.empty.title': '{count, plural, one {One step until this page shows something} other {# steps until this page shows something}}',
  'team.empty.accounts': 'Import the accounts, with revenue and owners.',
  'team.empty.sellers': 'Name the group of sellers; their managers come from the directory.',
  'team.empty.calendars': 'Let Firsthand read the sellers’ calendars.',
  'team.empty.done': 'done',
  'team.empty.open': 'still to do',
  'team.empty.hint': 'Your administrator can do what is missing.',
  'team.search': 'Search account or owner',
  'team.words': 'Word',
  'team.words.all': 'All words',
  'team.sortBy': 'Sort by',
  'team.shown': '{shown, number} of {total, number} accounts',
  'team.noMatch.title': 'No account fits',
  'team.noMatch.sentence': 'Try another word or a shorter search.',
  'team.noMatch.action': 'Show all accounts',
  'team.table': 'Accounts of your team',
  'team.column.account': 'Account',
  'team.column.word': 'Word',
  'team.column.strip': 'Last 12 months',
  'team.column.lastNear': 'Last in person',
  'team.column.keyPartners': 'Key partners met',
  'team.column.revenue': 'Revenue',
  'team.column.owner': 'Owner',
  'team.column.next': 'Next visit',
  'team.never': 'never',
  'team.keyPartners': '{met, number} of {total, number}',
  'team.keyPartners.none': 'none named',
  'team.noOwner': 'no owner',
  'team.owner.unread': '{name} (calendar not read yet)',
  'team.owner.not_enrolled': '{name} (not enrolled)',
  'team.next.none': 'none',

  'paused.until': 'Paused until {day}',
} as const;
