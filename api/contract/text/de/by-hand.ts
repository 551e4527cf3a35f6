/** “I met someone”. */
import type { Translation } from '../en.ts';
import type { byHand as english } from '../en/by-hand.ts';

export const byHand: Translation<typeof english> = {
  'byHand.action': 'Ich habe jemanden getroffen',
  'byHand.title': 'Ich habe jemanden getroffen',
  'byHand.sentence': 'Persönlich, und nicht als Kundenbesprechung im Kalender.',
  'byHand.account': 'Welcher Kunde?',
  'byHand.search': 'Kunde oder Person suchen',
  'byHand.account.none.title': 'Sie haben noch keinen Kunden',
  'byHand.account.none.sentence': 'Hier erscheinen Kunden, für die Sie zuständig sind oder deren Leute in Ihren Besprechungen sind.',
  'byHand.account.noMatch': 'Keiner Ihrer Kunden passt. Versuchen Sie eine kürzere Suche.',
  'byHand.account.more':
    '{count, plural, one {# weiterer Kunde, über die Suche zu finden.} other {# weitere Kunden, über die Suche zu finden.}}',
  'byHand.account.change': 'Anderer Kunde',
  'byHand.people': 'Wen haben Sie getroffen?',
  'byHand.people.none': 'Von diesem Kunden ist noch niemand bekannt. Bekannt wird, wer in einer Besprechung oder im Import vorkommt.',
  'byHand.day': 'Wann?',
  'byHand.day.hint': 'Wählen Sie zuerst, wen Sie getroffen haben.',
  'byHand.day.today': 'Heute',
  'byHand.day.yesterday': 'Gestern',
  'byHand.day.another': 'Anderer Tag',
  'byHand.day.label': 'Tag',
  'byHand.day.missing': 'Wählen Sie einen Tag.',
  'byHand.day.wrong': 'Der Tag muss zwischen {first} und {last} liegen.',
  'byHand.people.missing': 'Wählen Sie mindestens eine Person.',
  'byHand.save': 'Speichern',
  'byHand.saving': 'Wird gespeichert',
  'byHand.saved': 'Gespeichert: persönlich, {ago}',
  'byHand.about': '{name}, {day}: persönlich getroffen',
  'byHand.kept': 'Auf diesem Gerät aufbewahrt. Wird von selbst gesendet, sobald der Server antwortet.',
  'byHand.kept.notKept': 'Noch nicht gesendet; geht verloren, wenn Sie dies vorher schließen.',
  'byHand.again': 'Weiteres Treffen',
  'byHand.takeBack': 'Zurücknehmen',
  'byHand.takenBack': 'Zurückgenommen',
  'byHand.back': 'Zurück',
};
