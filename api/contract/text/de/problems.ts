/** What the server refuses, one sentence per code. */
import type { Translation } from '../en.ts';
import type { problems as english } from '../en/problems.ts';

export const problems: Translation<typeof english> = {
  'problem.request_invalid':
    'Der Server hat diese Anfrage nicht verstanden. Laden Sie die Seite neu; vielleicht ist es eine ältere Version.',
  'problem.not_signed_in': 'Sie sind abgemeldet. Melden Sie sich an, um fortzufahren.',
  'problem.not_enrolled': 'Ihr Konto ist noch nicht bei Firsthand registriert. Ihre Administration kann Sie hinzufügen.',
  'problem.role_missing': 'Ihr Konto darf diese Seite nicht sehen. Ihre Administration kann das ändern.',
  'problem.not_found': 'Das gibt es nicht mehr.',
  'problem.route_not_found': 'Der Server kennt diese Anfrage nicht. Laden Sie die Seite neu; vielleicht ist es eine ältere Version.',
  'problem.method_not_allowed': 'Der Server kennt diese Anfrage nicht. Laden Sie die Seite neu; vielleicht ist es eine ältere Version.',
  'problem.request_too_large': 'Das war zu viel für eine Anfrage.',
  'problem.media_type_unsupported':
    'Der Server hat diese Anfrage nicht verstanden. Laden Sie die Seite neu; vielleicht ist es eine ältere Version.',
  'problem.idempotency_key_reused':
    'Diese Anfrage wurde mit einer früheren verwechselt, und nichts wurde geändert. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'problem.meeting_not_found': 'Diese Besprechung ist nicht mehr in Ihrem Kalender.',
  'problem.not_your_meeting': 'Antworten kann nur, wer diese Besprechung im eigenen Kalender hat.',
  'problem.meeting_over': 'Diese Besprechung ist vorbei. Antworten Sie stattdessen, wie Sie sich getroffen haben.',
  'problem.meeting_not_over': 'Diese Besprechung ist noch nicht vorbei. Danach können Sie antworten.',
  'problem.meeting_cancelled': 'Diese Besprechung wurde abgesagt; es gibt also nichts zu beantworten.',
  'problem.tagged_meanwhile': 'Inzwischen hat jemand geantwortet.',
  'problem.nothing_to_withdraw': 'Es gibt keine Antwort von Ihnen, die Sie zurücknehmen könnten.',
  'problem.not_invited': 'Eine dieser Personen ist nicht mehr in der Besprechung. Laden Sie neu, um zu sehen, wer es ist.',
  'problem.claim_contradicts_itself': 'Diese Antworten passen nicht zusammen. Wählen Sie noch einmal, wie Sie sich getroffen haben.',
  'problem.day_not_possible': 'Wählen Sie einen Tag der letzten zwei Jahre, spätestens heute.',
  'problem.not_of_this_account': 'Wählen Sie Personen dieses Kunden.',
  'problem.account_not_found': 'Diesen Kunden gibt es nicht, oder er gehört nicht zu Ihren.',
  'problem.contact_not_found': 'Diese Person ist in keiner Ihrer Besprechungen.',
  'problem.not_your_account': 'Das darf nur eine Führungskraft der für den Kunden zuständigen Person.',
  'problem.pause_ends_wrongly': 'Eine Pause endet an einem Tag innerhalb der nächsten 90 Tage.',
  'problem.ask_not_found': 'Diese Einladung gibt es nicht mehr, oder sie kommt von jemand anderem aus dem Team.',
  'problem.ask_not_latest': 'Nur Ihre letzte Einladung kann zurückgenommen werden.',
  'problem.ask_day_not_possible': 'Wählen Sie einen Tag des letzten Jahres, spätestens heute. Eine Antwort kommt nach ihrer Einladung.',
  'problem.plan_not_found': 'Diesen Plan gibt es nicht mehr.',
  'problem.not_your_plan': 'Streichen kann ihn nur, wer ihn gemacht hat, wer für den Kunden zuständig ist und deren Führungskräfte.',
  'problem.plan_day_not_possible': 'Wählen Sie einen Tag ab heute und höchstens ein Jahr voraus.',
  'problem.accounts_not_separable': 'Diese Kunden können so nicht zusammengeführt oder geteilt werden.',
  'problem.no_import_to_undo': 'Es gibt keinen Import, der rückgängig gemacht werden kann.',
  'problem.account_id_taken': 'Ein anderer Kunde hat diese ID schon.',
  'problem.import_refused': 'Nichts wurde importiert: In der Datei sind Zeilen, die Sie sich ansehen sollten.',
  'problem.tenant_not_set_up': 'Firsthand ist für Ihre Organisation noch nicht eingerichtet. Ihre Administration kann das tun.',
  'problem.calendar_not_reachable': 'Ihr Kalender kann im Moment nicht gelesen werden. Es wird von selbst erneut versucht.',
  'problem.calendar_not_shared':
    'Outlook lässt Sie diese Besprechung nicht lesen, daher können Sie nicht für die Person antworten, der der Kalender gehört. Sie kann ihn für Sie freigeben.',
  'problem.calendar_owner_not_enrolled':
    'Die Person, der dieser Kalender gehört, ist nicht bei Firsthand registriert; es gibt also nichts zu beantworten.',
  'problem.sharing_not_allowed': 'Firsthand darf für Sie freigegebene Kalender noch nicht lesen. Ihre Administration kann es erlauben.',
  'problem.calendar_not_in_scope':
    'Firsthand darf Ihren Kalender nicht lesen. Ihre Administration kann Sie in die Vertriebsgruppe aufnehmen.',
  'problem.not_ready': 'Der Server startet gerade. Es wird von selbst erneut versucht.',
  'problem.internal_error': 'Auf dem Server ist etwas schiefgegangen. Es wird von selbst erneut versucht.',
};
