/** Inviting, asking and planning, wherever a seller is: after a tag, in a list, on an account's page. */

export const visits = {
  'visit.ask': 'Ask {name} for a coffee?',
  'visit.plan': 'Plan it',
  'visit.asked': 'I asked',
  'visit.askedNow': 'Noted: you asked {name}.',
  'visit.kept': 'Kept on this device. It is sent by itself when there is a connection.',
  'visit.undo': 'Undo',
  'visit.next': 'Next visit: {day}, {when}',
  'visit.subject':
    '{place, select, coffee {Coffee with {account}} meal {Lunch with {account}} entertainment {Evening with {account}} other {Visit: {account}}}',
  'visit.location':
    '{place, select, client_office {At their office} our_office {At our office} meal {Restaurant nearby} coffee {Café nearby} conference {Conference} other {}}',
  'visit.about.ask': 'That you asked {name}',
} as const;
