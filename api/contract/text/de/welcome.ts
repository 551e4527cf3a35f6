/** The questions at enrolment. */
import type { Translation } from '../en.ts';
import type { welcome as english } from '../en/welcome.ts';

export const welcome: Translation<typeof english> = {
  'welcome.title': 'Wann haben Sie Ihre Kunden zuletzt getroffen?',
  'welcome.sentence':
    'Es geht um die Zeit, bevor Sie dabei waren: eine Frage pro Kunde. Sie können jederzeit gehen und später weitermachen.',
  'welcome.notice':
    '{count, plural, =0 {Einige Besprechungen aus der Zeit, bevor Sie dabei waren, können bestätigt werden.} one {Eine kurze Frage zu einem Kunden aus der Zeit, bevor Sie dabei waren.} other {# kurze Fragen, eine pro Kunde, zur Zeit, bevor Sie dabei waren.}}',
  'welcome.notice.action': 'Antworten',
  'welcome.reading.title': 'Ihr Kalender wird gelesen',
  'welcome.reading.sentence': 'Sobald das fertig ist, erscheinen die Fragen hier. Sie müssen nichts neu laden.',
  'welcome.none.title': 'Keine Fragen',
  'welcome.none.sentence': 'Aus der Zeit, bevor Sie dabei waren, ist nichts offen.',
  'welcome.progress': '{answered, number} von {total, number} Kunden',
  'welcome.sure.title': 'Was Ihr Kalender klar sagt',
  'welcome.sure.sentence':
    '{kinds}. Ein Klick beantwortet {count, plural, one {diese Besprechung} other {diese # Besprechungen}}; jede Antwort kann später geändert werden.',
  'welcome.sure.kind.in_person': '{count, number} persönlich',
  'welcome.sure.kind.hybrid': '{count, number} hybrid',
  'welcome.sure.kind.virtual': '{count, number} virtuell',
  'welcome.sure.kind.phone': '{count, number} per Telefon',
  'welcome.sure.confirm': '{count, plural, one {Die sichere bestätigen} other {# sichere bestätigen}}',
  'welcome.sure.running': '{done, number} von {total, number} bestätigt',
  'welcome.sure.done': 'Bestätigt: {kinds}.',
  'welcome.sure.gained':
    '{gained, plural, =0 {Dadurch hat sich bei keinem Kunden etwas geändert.} one {Ein Kunde mehr ist jetzt im Rhythmus.} other {# Kunden mehr sind jetzt im Rhythmus.}}',
  'welcome.sure.refused': '{count, plural, one {Eine wurde nicht bestätigt} other {# wurden nicht bestätigt}}: {reason}',
  'welcome.sure.stopped': 'Nicht alle konnten bestätigt werden. Was bestätigt ist, bleibt; der Rest ist noch hier.',
  'welcome.question': 'Wann haben Sie {account} zuletzt persönlich getroffen?',
  'welcome.candidates':
    '{count, plural, =0 {In Ihrem Kalender sieht keine Besprechung nach einem Besuch aus.} other {Aus Ihrem Kalender:}}',
  'welcome.candidate.when': '{day}, {ago}',
  'welcome.notInTheLastYear': 'Nicht im letzten Jahr',
  'welcome.skip': 'Überspringen',
  'welcome.anotherDay': 'Anderer Tag',
  'welcome.keys':
    '{candidates, plural, =0 {Tasten: N nicht im letzten Jahr, S überspringen.} one {Tasten: 1 wählt die Besprechung, N nicht im letzten Jahr, S überspringen.} other {Tasten: 1 bis # wählen eine Besprechung, N nicht im letzten Jahr, S überspringen.}}',
  'welcome.who': 'Wer war dabei?',
  'welcome.who.sentence': 'Von {account} hatte niemand die Einladung angenommen. Wählen Sie, wer kam, damit es zählt.',
  'welcome.who.save': 'Speichern',
  'welcome.who.none': 'Niemand davon',
  'welcome.done.title': 'Alles erledigt',
  'welcome.done.onCadence':
    '{onCadence, number} von {total, number} Kunden {onCadence, plural, one {ist} other {sind}} jetzt im Rhythmus{gained, plural, =0 {} other {, # mehr als zuvor}}.',
  'welcome.done.thanks': 'Von jetzt an werden Sie nach jeder Besprechung gefragt, nicht mehr nach früher.',
  'welcome.later': 'Später',
  'welcome.toTag': 'Zu den offenen Besprechungen',
  'welcome.close': 'Nicht mehr fragen',
  'welcome.closed.title': 'Sie werden nicht mehr gefragt',
  'welcome.closed.sentence': 'Ihre Antworten bleiben. Besprechungen aus dieser Zeit können Sie weiterhin aus dem Kalender beantworten.',
};
