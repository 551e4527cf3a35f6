/** The questions at enrolment. */

export const welcome = {
  'welcome.title': 'When did you last meet your customers?',
  'welcome.sentence': 'This is about the time before you joined: one question per account. You can leave at any time and go on later.',
  'welcome.notice':
    '{count, plural, =0 {A few meetings of the time before you joined can be confirmed.} one {One short question about an account from the time before you joined.} other {# short questions, one per account, about the time before you joined.}}',
  'welcome.notice.action': 'Answer',
  'welcome.reading.title': 'Your calendar is being read',
  'welcome.reading.sentence': 'As soon as that is done, the questions appear here. Nothing has to be reloaded.',
  'welcome.none.title': 'Nothing to ask',
  'welcome.none.sentence': 'There is nothing open from the time before you joined.',
  'welcome.progress': '{answered, number} of {total, plural, one {# account} other {# accounts}}',
  'welcome.sure.title': 'What your calendar says clearly',
  'welcome.sure.sentence':
    '{kinds}. One click answers {count, plural, one {this meeting} other {these # meetings}}; every answer can be changed later.',
  'welcome.sure.kind.in_person': '{count, number} in person',
  'welcome.sure.kind.hybrid': '{count, number} hybrid',
  'welcome.sure.kind.virtual': '{count, number} virtual',
  'welcome.sure.kind.phone': '{count, number} by phone',
  'welcome.sure.confirm': 'Confirm {count, plural, one {the sure one} other {# sure ones}}',
  'welcome.sure.running': '{done, number} of {total, number} confirmed',
  'welcome.sure.done': 'Confirmed: {kinds}.',
  'welcome.sure.gained':
    '{gained, plural, =0 {No account changed its place by that.} one {One more account is on cadence now.} other {# more accounts are on cadence now.}}',
  'welcome.sure.refused': '{count, plural, one {One was not confirmed} other {# were not confirmed}}: {reason}',
  'welcome.sure.stopped': 'Not all could be confirmed. What was confirmed stays; the rest is still here.',
  'welcome.question': 'When did you last meet {account} in person?',
  'welcome.candidates': '{count, plural, =0 {Your calendar has no meeting that looks like a visit.} other {From your calendar:}}',
  'welcome.candidate.when': '{day}, {ago}',
  'welcome.notInTheLastYear': 'Not in the last year',
  'welcome.skip': 'Skip',
  'welcome.anotherDay': 'Another day',
  'welcome.keys':
    '{candidates, plural, =0 {Keys: N not in the last year, S skip.} one {Keys: 1 chooses the meeting, N not in the last year, S skip.} other {Keys: 1 to # choose a meeting, N not in the last year, S skip.}}',
  'welcome.who': 'Who was there?',
  'welcome.who.sentence': 'Nobody of {account} had accepted the invitation. Choose who came, so that it counts.',
  'welcome.who.save': 'Save',
  'welcome.who.none': 'None of them',
  'welcome.done.title': 'All done',
  'welcome.done.onCadence':
    '{onCadence, number} of your {total, plural, one {# account} other {# accounts}} {onCadence, plural, one {is} other {are}} on cadence now{gained, plural, =0 {} other {, # more than before}}.',
  'welcome.done.thanks': 'From now on you are asked after each meeting, not about the past.',
  'welcome.later': 'Later',
  'welcome.toTag': 'Go to the meetings to tag',
  'welcome.close': 'Do not ask again',
  'welcome.closed.title': 'You are not asked again',
  'welcome.closed.sentence': 'What you answered stays. Meetings of that time can still be answered from the calendar.',
} as const;
