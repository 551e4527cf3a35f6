/** What every page may say: loading, failures, signed out, offline. */
import type { Translation } from '../en.ts';
import type { app as english } from '../en/app.ts';

export const app: Translation<typeof english> = {
  number: '{value, number}',

  'failure.offline': 'Der Server ist im Moment nicht erreichbar. Es wird von selbst erneut versucht.',
  'failure.timeout': 'Der Server hat zu lange nicht geantwortet. Es wird von selbst erneut versucht.',
  'failure.unavailable': 'Der Server antwortet im Moment nicht. Es wird von selbst erneut versucht.',
  'failure.signed_out': 'Sie sind abgemeldet. Melden Sie sich an, um fortzufahren.',
  'failure.unexpected_reply':
    'Der Server hat etwas geantwortet, das diese Seite nicht versteht. Laden Sie sie neu; vielleicht ist es eine ältere Version.',
  'failure.title': 'Das konnte nicht geladen werden',
  'failure.stillWorks': 'Ihr Kalender ist nicht betroffen, und Ihre bisherigen Antworten bleiben erhalten.',
  'failure.requestId': 'Nummer für den Support: {requestId}',
  'failure.retry': 'Erneut versuchen',
  'failure.crash.title': 'Diese Seite wurde angehalten',
  'failure.crash.sentence': 'Das ist unser Fehler. Laden Sie neu, um fortzufahren; Ihre Antworten bleiben erhalten.',

  'settings.command.offline': 'Es gibt keine Verbindung zum Server. Versuchen Sie es erneut, sobald sie wieder da ist.',
  'settings.command.timeout':
    'Der Server hat zu lange nicht geantwortet. Vielleicht ist es trotzdem geschehen: Sehen Sie nach, bevor Sie es erneut versuchen.',
  'settings.command.unavailable':
    'Der Server hat nicht geantwortet. Vielleicht ist es trotzdem geschehen: Sehen Sie nach, bevor Sie es erneut versuchen.',
  'settings.command.not_ready': 'Der Server startet gerade. Versuchen Sie es gleich noch einmal.',
  'settings.command.internal_error':
    'Auf dem Server ist etwas schiefgegangen, und nichts wurde geändert. Versuchen Sie es erneut; wenn es bleibt, nennen Sie dem Support die Nummer unten.',

  'signedOut.title': 'Sie sind abgemeldet',
  'signedOut.sentence': 'Melden Sie sich mit Ihrem Arbeitskonto an, um Ihre Besprechungen zu sehen.',
  'signedOut.action': 'Anmelden',

  'outside.title': 'Öffnen Sie Firsthand in Outlook oder Teams',
  'outside.sentence':
    'Diese Seite arbeitet in Outlook und Teams, wo Sie schon angemeldet sind. In einem einfachen Browser kann sie nicht wissen, wer Sie sind.',
  'outside.outlook': 'In Outlook: Öffnen Sie eine Kundenbesprechung in Ihrem Kalender, und wählen Sie unter den Apps Firsthand.',
  'outside.teams': 'In Teams: Wählen Sie links „Apps“ und dann Firsthand.',
  'outside.missing': 'Dort ist es nicht? Ihre Administration kann es für Sie hinzufügen.',

  'notEnrolled.title': 'Sie sind noch nicht registriert',
  'notEnrolled.sentence':
    'Firsthand fragt Menschen im Vertrieb nach ihren Kundenbesprechungen. Ihre Administration kann Sie hinzufügen; bis dahin wird nichts von Ihnen gelesen.',

  'offline.bar':
    'Keine Verbindung. Was Sie sehen, ist vielleicht nicht mehr aktuell; es wird aufgefrischt, sobald die Verbindung wieder da ist.',

  'myData.link': 'Was über mich gespeichert ist',

  'search.clear': 'Suche leeren',

  'list.more': '{count, number} weitere anzeigen',
  'list.moreFailed': 'Weitere konnten nicht geladen werden. Versuchen Sie es erneut.',
};
