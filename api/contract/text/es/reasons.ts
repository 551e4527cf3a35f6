/** Why an answer is suggested: the end of “Sugerencia: …”. `words` are quoted from the invitation; `empty` stands for none. */
import type { Translation } from '../en.ts';
import type { reasons as english } from '../en/reasons.ts';

export const reasons: Translation<typeof english> = {
  'reason.link_in_location': 'un vínculo de reunión en la ubicación{words, select, empty {} other { (“{words}”)}}',
  'reason.invitation': 'el texto de una invitación en línea en la ubicación{words, select, empty {} other { (“{words}”)}}',
  'reason.link_announced': 'la ubicación menciona un vínculo{words, select, empty {} other { (“{words}”)}}',
  'reason.online_meeting': 'se creó como reunión en línea',
  'reason.online_word': '“{words}” en la invitación',
  'reason.in_person_word': '{words, select, empty {la invitación dice que es en persona} other {“{words}” en la invitación}}',
  'reason.hybrid_word': '{words, select, empty {la invitación dice que es híbrida} other {“{words}” en la invitación}}',
  'reason.phone_number': '{words, select, empty {una llamada en la invitación} other {“{words}” en la invitación}}',
  'reason.phone_word': '{words, select, empty {una llamada en la invitación} other {“{words}” en la invitación}}',
  'reason.dial_in': 'un número para conectarse{words, select, empty {} other { (“{words}”)}}',
  'reason.restaurant': '{words, select, empty {un restaurante en la ubicación} other {“{words}” en la ubicación}}',
  'reason.hotel': '{words, select, empty {un hotel en la ubicación} other {“{words}” en la ubicación}}',
  'reason.address': '{words, select, empty {una dirección en la ubicación} other {“{words}” en la ubicación}}',
  'reason.room': '{words, select, empty {una sala en la ubicación} other {“{words}” en la ubicación}}',
  'reason.office': '{words, select, empty {una oficina en la ubicación} other {“{words}” en la ubicación}}',
  'reason.venue': '{words, select, empty {un lugar en la ubicación} other {“{words}” en la ubicación}}',
  'reason.customer_named': '“{words}”, el nombre del cliente, en la ubicación',
  'reason.own_room': 'se reservó una sala nuestra',
  'reason.place_and_link': 'tiene un lugar y un vínculo de reunión',
  'reason.room_and_link': 'hay un vínculo de reunión',
  'reason.online_in_subject': '{words, select, empty {una reunión en línea en el asunto} other {“{words}” en el asunto}}',
  'reason.phone_in_subject': '{words, select, empty {una llamada en el asunto} other {“{words}” en el asunto}}',
  'reason.meal_in_subject': '{words, select, empty {una comida en el asunto} other {“{words}” en el asunto}}',
  'reason.over_lunch': 'es a la hora de comer',
  'reason.contacts_joined': 'la gente del cliente se conectó en línea',
  'reason.nobody_joined': 'nadie se conectó por el vínculo',
  'reason.mostly_near': 'casi siempre ves a esta cuenta en persona',
  'reason.mostly_remote': 'casi siempre ves a esta cuenta en línea',
};
