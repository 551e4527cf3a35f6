/** Cadences and partner domains. */

export const accountRules = {
  'rules.title': 'Account rules',
  'rules.sentence': 'How often an account should be met in person, and whose meetings are with partners instead of customers.',
  'rules.cadence': 'Cadence per tier',
  'rules.cadence.sentence':
    'The days within which an account should be met in person, {minDays, number} to {maxDays, number}. A longer one holds at once; a shorter one takes effect in {noticeDays, number} days, so that nobody is late overnight.',
  'rules.tier': 'Tier {tier}',
  'rules.days': 'days',
  'rules.cadence.wrong': '{minDays, number} to {maxDays, number}',
  'rules.cadence.shorter':
    '{count, plural, one {Tier {tiers} is shorter than now: it takes effect in {noticeDays, number} days.} other {Tiers {tiers} are shorter than now: they take effect in {noticeDays, number} days.}}',
  'rules.partners': 'Partner domains',
  'rules.partners.label': 'Domains of companies that you work with',
  'rules.partners.hint':
    'One per line, such as partner.com. Nobody there counts as a customer. Calendars are read again when this changes.',
  'rules.partners.wrong': '“{domain}” is not an internet domain. Nothing was saved.',
  'rules.save': 'Save rules',
  'rules.saving': 'Saving',
  'rules.saved': 'The rules are saved.',
} as const;
