/** My data: what is recorded about the reader, who looked, what is never recorded, and how long it stays. */
import type { Translation } from '../en.ts';
import type { myData as english } from '../en/my-data.ts';

export const myData: Translation<typeof english> = {
  'myData.column.who': 'Wer',
  'myData.column.whose': 'Bei wem',
  'myData.column.page': 'Was',
  'myData.column.when': 'Wann',
  'myData.column.times': 'Aufrufe',
  'myData.column.account': 'Kunde',
  'myData.column.near': 'Persönlich',
  'myData.column.remote': 'Remote',
  'myData.column.lastNear': 'Zuletzt persönlich',
  'myData.column.meeting': 'Besprechung',
  'myData.column.people': 'Mit',
  'myData.column.response': 'Sie',
  'myData.column.said': 'Antwort',
  'myData.column.saidBy': 'Von',
  'myData.column.answer': 'Antwort',
  'myData.column.day': 'Für',
  'myData.column.place': 'Ort',
  'myData.column.person': 'Person',
  'myData.column.role': 'Rolle',
  'myData.column.since': 'Benannt',
  'myData.column.policy': 'Besuch',
  'myData.column.reason': 'Grund',
  'myData.column.span': 'Von, bis',
  'myData.column.file': 'Datei',
  'myData.column.accounts': 'Kunden',
  'myData.column.request': 'Anfrage',

  'myData.kind.accounts':
    '{count, plural, one {# Kunde, für den Sie zuständig sind oder den Sie getroffen haben} other {# Kunden, für die Sie zuständig sind oder die Sie getroffen haben}}',
  'myData.kind.meetings': '{count, plural, one {# Besprechung mit Kunden} other {# Besprechungen mit Kunden}}',
  'myData.kind.tags':
    '{count, plural, one {# Fassung Ihrer Antworten} other {# Fassungen Ihrer Antworten}}, mit Notizen, Personen und Ausgaben',
  'myData.kind.asks': '{count, plural, one {# Einladung zu einem persönlichen Treffen} other {# Einladungen zu persönlichen Treffen}}',
  'myData.kind.plans': '{count, plural, one {# geplanter Besuch} other {# geplante Besuche}}',
  'myData.kind.key_partners':
    '{count, plural, one {# Schlüsselperson, die Sie benannt oder entfernt haben} other {# Schlüsselpersonen, die Sie benannt oder entfernt haben}}',
  'myData.kind.visitor_policies':
    '{count, plural, one {# Besuchsregel, die Sie gesetzt haben} other {# Besuchsregeln, die Sie gesetzt haben}}',
  'myData.kind.pauses': '{count, plural, one {# Pause, die Sie gesetzt haben} other {# Pausen, die Sie gesetzt haben}}',
  'myData.kind.welcome_answers':
    '{count, plural, one {# Antwort auf die Fragen zum Einstieg} other {# Antworten auf die Fragen zum Einstieg}}',
  'myData.kind.imports': '{count, plural, one {# Import von Kunden} other {# Importe von Kunden}}',
  'myData.kind.viewed': '{count, plural, one {# Mal haben Sie Seiten anderer angesehen} other {# Mal haben Sie Seiten anderer angesehen}}',
  'myData.kind.requests':
    '{count, plural, one {# Anfrage, aufbewahrt, damit eine doppelt gesendete Antwort einmal zählt} other {# Anfragen, aufbewahrt, damit eine doppelt gesendete Antwort einmal zählt}}',

  'myData.page.team': 'Team',
  'myData.page.account': 'Seite von {account}',
  'myData.page.account_meetings': 'Besprechungen mit {account}',

  'myData.appRole.seller': 'Vertrieb',
  'myData.appRole.manager': 'Führungskraft',
  'myData.appRole.admin': 'Administration',
  'myData.appRole.delegate': 'Stellvertretung',

  'myData.partnerRole.economic_buyer': 'Entscheidet über das Geld',
  'myData.partnerRole.champion': 'Setzt sich für uns ein',
  'myData.partnerRole.technical_buyer': 'Entscheidet über die Technik',
  'myData.partnerRole.user_buyer': 'Spricht für die Nutzer',
  'myData.partnerRole.coach': 'Coach',

  'myData.instant': '{day}, {time}',
  'myData.nobody': 'Jemand, der nicht mehr im Verzeichnis steht',
  'myData.owner': '{account} (Ihrer)',
  'myData.cancelled': '{subject} (abgesagt)',
  'myData.byHand': '{subject} (von Ihnen hinzugefügt)',
  'myData.response.organizer': 'Organisiert',
  'myData.response.accepted': 'Zugesagt',
  'myData.response.tentative': 'Mit Vorbehalt',
  'myData.response.declined': 'Abgelehnt',
  'myData.response.none': 'Keine Antwort',
  'myData.response.planned': 'Geplant',
  'myData.withdrawn': 'Zurückgenommen',
  'myData.spend': '{amount} ausgegeben',
  'myData.note': '{name}: {engagement}',
  'myData.absent': '{name}: nicht dabei',
  'myData.saidBy': '{name}, {at}',
  'myData.saidFor': '{name} für {owner}, {at}',
  'myData.answer.open': 'Noch keine Antwort',
  'myData.answer.accepted': 'Zugesagt, {day}',
  'myData.answer.declined': 'Abgesagt, {day}',
  'myData.answer.no_answer': 'Nicht beantwortet, {day}',
  'myData.dropped': '{day}, gestrichen',
  'myData.removed': '{from}, entfernt {to}',
  'myData.span': '{from}, {to}',
  'myData.welcome.not_in_the_last_year': 'Nicht im letzten Jahr',
  'myData.welcome.skipped': 'Übersprungen',
  'myData.importCounts': '{added, number} neu, {changed, number} geändert, {unchanged, number} unverändert',
  'myData.importUndone': '{at}, rückgängig gemacht',

  'myData.title': 'Meine Daten',
  'myData.back': 'Zurück',
  'myData.sentence': 'Alles, was Firsthand über Sie gespeichert hat. Es dient dem Coaching, nicht Gehalt oder Disziplin.',

  'myData.export': 'Alles herunterladen',
  'myData.export.sentence': 'Eine Datei (JSON) mit allem, was diese Seite zeigt, und jeder Einzelheit dazu.',
  'myData.export.working': 'Ihre Datei wird zusammengestellt',
  'myData.export.done': '{name} ist fertig und wurde diesem Programm zum Speichern übergeben.',
  'myData.export.missing':
    'Keine Datei da? Outlook für Mac und die Apps auf Telefonen speichern keine. Kopieren Sie stattdessen den Text, oder öffnen Sie Firsthand in Teams oder Outlook im Browser.',
  'myData.export.failed': 'Die Datei konnte nicht zusammengestellt werden. Versuchen Sie es gleich noch einmal.',
  'myData.export.copy': 'Text kopieren',
  'myData.export.copied': 'Kopiert',
  'myData.export.copyRefused': 'Dieses Programm lässt die Seite nicht kopieren. Öffnen Sie Firsthand in Teams oder Outlook im Browser.',
  'myData.export.cut':
    'Die Datei enthält nicht alles: Von {count, plural, one {einer Liste} other {# Listen}} sind nur die neuesten {limit, number} Zeilen darin.',

  'myData.viewers': 'Wer nachgesehen hat',
  'myData.viewers.sentence':
    'Notiert, sobald jemand anderes eine Seite mit etwas über Sie öffnet: eine Zeile pro Seite und Tag. Eine Seite, die offen bleibt, zählt als ein Aufruf.',
  'myData.viewers.none': 'Noch hat niemand nachgesehen.',

  'myData.shown': 'Was andere sehen',
  'myData.shown.sentence': 'Niemand sieht mehr über Sie, als Sie selbst sehen können.',
  'myData.shown.managers':
    'Ihre Führungskräfte sehen die Kunden, für die Sie zuständig sind: wie es um jeden steht, seinen Kontaktverlauf, wann er zuletzt persönlich getroffen wurde und was als Nächstes geplant ist.',
  'myData.shown.colleagues':
    'Auf der Seite eines Kunden sehen die zuständige Person, deren Führungskräfte und alle von uns, die ihn getroffen haben, wie oft jeder ihn persönlich und remote getroffen hat, seine Besprechungen mit Betreff und Personen, seine Einladungen und Pläne und die neueste Notiz zu jeder Schlüsselperson.',
  'myData.shown.meetings': 'Wer eine Besprechung mit Ihnen teilt, sieht, was jeder von Ihnen dazu gesagt hat.',
  'myData.shown.admins': 'Die Administration sieht, wie weit Ihr Kalender gelesen ist: einen Stand und zwei Zahlen, keine Besprechung.',

  'myData.recorded': 'Was gespeichert ist',
  'myData.recorded.sentence': 'Aus Ihrem Kalender, aus Ihren Antworten und daraus, wie Sie Firsthand nutzen.',
  'myData.recorded.none': 'Von anderer Art ist nichts gespeichert.',
  'myData.more': 'Mehr anzeigen',
  'myData.profile.name': 'Name',
  'myData.profile.mail': 'E-Mail',
  'myData.profile.manager': 'Berichtet an',
  'myData.profile.roles': 'Rollen',
  'myData.profile.enrolled': 'Registriert',
  'myData.profile.calendar': 'Kalender',
  'myData.profile.calendarRead': '{state}, zuletzt am {at}',
  'myData.profile.counts': '{events, plural, one {# Termin} other {# Termine}} gelesen, davon {meetings, number} mit Kunden',

  'myData.never': 'Was nie gespeichert wird',
  'myData.never.sentence': 'Firsthand hat keinen Platz dafür.',
  'myData.never.body': 'Der Text einer Einladung und ihre Anlagen.',
  'myData.never.private': 'Irgendetwas aus einer privaten Besprechung.',
  'myData.never.others': 'Besprechungen ohne Kunden. Sie werden gezählt, während Ihr Kalender gelesen wird, und sonst nichts.',
  'myData.never.senses':
    'Kamera, Mikrofon, Gesicht und Stimme. Niemand hört Anrufe mit, und keine Stimmung wird erraten. Wie beteiligt jemand war, ist eine Notiz, die Sie selbst schreiben oder weglassen.',

  'myData.kept': 'Wie lange es bleibt',
  'myData.kept.sentence': 'Was heute gilt.',
  'myData.kept.calendar': 'Ihr Kalender wird von etwas mehr als einem Jahr zurück bis zwei Monate voraus gelesen.',
  'myData.kept.meetings':
    'Eine Besprechung, die aus Ihrem Kalender verschwindet, verschwindet auch hier, außer jemand hat gesagt, wie sie war: Was gesagt wurde, bleibt.',
  'myData.kept.answers':
    'Ihre Antworten bleiben in jeder Fassung erhalten, auch was Sie zurückgenommen haben. Wer nachgesehen hat, bleibt notiert, und niemand kann das hier löschen.',
  'myData.kept.requests': 'Anfragen werden nach {days} Tagen gelöscht. Sonst verschwindet noch nichts von selbst.',
};
