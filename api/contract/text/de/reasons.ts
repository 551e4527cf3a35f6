/** Why an answer is suggested: the end of “Vorschlag: …”. `words` are quoted from the invitation; `empty` stands for none. */
import type { Translation } from '../en.ts';
import type { reasons as english } from '../en/reasons.ts';

export const reasons: Translation<typeof english> = {
  'reason.link_in_location': 'ein Besprechungslink als Ort{words, select, empty {} other { („{words}“)}}',
  'reason.invitation': 'der Text einer Onlineeinladung als Ort{words, select, empty {} other { („{words}“)}}',
  'reason.link_announced': 'beim Ort ist von einem Link die Rede{words, select, empty {} other { („{words}“)}}',
  'reason.online_meeting': 'als Onlinebesprechung angelegt',
  'reason.online_word': '„{words}“ in der Einladung',
  'reason.in_person_word': '{words, select, empty {als persönliches Treffen bezeichnet} other {„{words}“ in der Einladung}}',
  'reason.hybrid_word': '{words, select, empty {als hybrid bezeichnet} other {„{words}“ in der Einladung}}',
  'reason.phone_number': '{words, select, empty {ein Anruf in der Einladung} other {„{words}“ in der Einladung}}',
  'reason.phone_word': '{words, select, empty {ein Anruf in der Einladung} other {„{words}“ in der Einladung}}',
  'reason.dial_in': 'eine Einwahlnummer{words, select, empty {} other { („{words}“)}}',
  'reason.restaurant': '{words, select, empty {ein Restaurant als Ort} other {„{words}“ als Ort}}',
  'reason.hotel': '{words, select, empty {ein Hotel als Ort} other {„{words}“ als Ort}}',
  'reason.address': '{words, select, empty {eine Adresse als Ort} other {„{words}“ als Ort}}',
  'reason.room': '{words, select, empty {ein Raum als Ort} other {„{words}“ als Ort}}',
  'reason.office': '{words, select, empty {ein Büro als Ort} other {„{words}“ als Ort}}',
  'reason.venue': '{words, select, empty {eine Ortsangabe} other {„{words}“ als Ort}}',
  'reason.customer_named': '„{words}“, der Name des Kunden, beim Ort',
  'reason.own_room': 'ein Raum bei uns wurde gebucht',
  'reason.place_and_link': 'mit Ort und Besprechungslink',
  'reason.room_and_link': 'es gibt einen Besprechungslink',
  'reason.online_in_subject': '{words, select, empty {eine Onlinebesprechung im Betreff} other {„{words}“ im Betreff}}',
  'reason.phone_in_subject': '{words, select, empty {ein Anruf im Betreff} other {„{words}“ im Betreff}}',
  'reason.meal_in_subject': '{words, select, empty {ein Essen im Betreff} other {„{words}“ im Betreff}}',
  'reason.over_lunch': 'zur Mittagszeit',
  'reason.contacts_joined': 'der Kunde hat online teilgenommen',
  'reason.nobody_joined': 'niemand hat über den Link teilgenommen',
  'reason.mostly_near': 'Sie treffen diesen Kunden meist persönlich',
  'reason.mostly_remote': 'Sie treffen diesen Kunden meist online',
};
