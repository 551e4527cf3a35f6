/** Words of the telephone, and words that change or excuse what stands beside them, by language. */
import { phraseList } from './phrase-list.ts';

/** A call by telephone, said so. A number behind such a noun makes it a label: `Telefon: 030 123456`. */
export const phoneWords: readonly string[] = phraseList(`
  telefonisk*, phone, phone call, phonecall, by phone, by telephone, over the phone, on the phone, phone meeting, phone conference,
  telephone, telephone call, telephonic, telephonically, telco, tel call, telcon, call me, will call, cell phone, mobile phone, telefon,
  telefonisch, per telefon, am telefon, telefonat, telefontermin, telefonkonferenz, telefonanruf, telefongesprach, anruf, ruckruf,
  rufe an, fernmundlich, handy, telefonicamente, telefonica, telefonico, por telefono, por fono, telefono, llamada telefonica, llamada,
  llamado telefonico, via telefonica, contacto telefonico, entrevista telefonica, telefoniquement, telephonique, telephoniquement,
  par telephone, au telephone, appel telephonique, rdv telephonique, rendez vous telephonique, entretien telephonique,
  conference telephonique, appel, telefonata, al telefono, per telefono, via telefono, chiamata, chiamata telefonica,
  conferenza telefonica, telefone, por telefone, telefonema, chamada telefonica, ligacao, telefonisch overleg, telefoongesprek,
  telefoon, per telefoon, via telefoon, belafspraak, bellen, telefonicznie, przez telefon, rozmowa telefoniczna, telefonkonferens,
  telefonmote, telefonsamtal, pa telefon, over telefon, telefonmode, telefonopkald, telefonsamtale, pr telefon, puhelin, puhelimitse,
  puhelinpalaveri, puhelinneuvottelu, puhelu, telefonicky, po telefonu, hovor, telefonon, telefonos, telefonhivas, telefonic,
  prin telefon, la telefon, apel telefonic, telefonom, telefonski, telefonu, telefoniski, telefoni teel, τηλέφωνο, τηλεφωνικ*,
  τηλεφώνου, по телефон, по телефона, телефон, по телефону, telefonla, 電話, 电话, 전화
`);

/** Labels of a number to call; whose number it is and why it stands there is not said. */
export const phoneLabels: readonly string[] = [
  'tel',
  'tlf',
  'tlf nr',
  'fono',
  'fon',
  'ph',
  'mob',
  'mobile',
  'cell',
  'movil',
  'celular',
  'mobil',
  'handy',
  'gsm',
  'cel',
  'portable',
  'cellulare',
  'telemovel',
  'puh',
  'τηλ',
  'тел',
  'ring',
  'rufnummer',
  'numero',
  'phone number',
  'telefonnummer',
];

/** Dialling into a conference. */
export const dialInWords: readonly string[] = phraseList(`
  dial in, dial in number, dial, call in, call in number, conference call, conf call, confcall, conference bridge, bridge line,
  audio conference, audio bridge, one tap mobile, participant code, einwahl, einwahlnummer, einwahldaten, marca el, numero de acceso,
  inbelnummer, numero di accesso, numero d acces, bridge number, audioconferenza, conference audio, audiokonferenz
`);

/** Before a number they make it a way to ask, not the meeting. */
export const contactWords: readonly string[] = phraseList(`
  contacto, contactos, contact, contacts, contactar, contactarse, kontakt, kontaktperson, contatto, contato, contactpersoon,
  rueckfragen, ruckfragen, questions, consultas, dudas, anexo, secretaria, in case of, en cas de, bei fragen, emergency, comunicarse
`);

/** Phrases that hold a word of place or link without meaning it. They stand in the index so that the longest match wins. */
export const neutralPhrases: readonly string[] = phraseList(`
  phone booth, phone box, telephone booth, via correo, via email, via e mail, via mail, via posta, via outlook, via calendar, via chat,
  via sms, google calendar, google calender, calendario google, outlook, office 365, office365, microsoft office, room device,
  or room device, dispositivo de sala, dispositivo da sala, dispositivo della sala, dispositif de salle, appareil de salle, raumgerat,
  ruimteapparaat, urzadzenie w sali, rumsenhet, lokaleenhed, video conferencing device, video device, dispositivo de videoconferencia,
  desktop client, desktop app, video system, waiting room, sala de espera, warteraum, salle d attente, dial by your location,
  find your local number, find a local number, local number, meeting options, opciones de reunion, back office, front office,
  office hours, office manager, in place, take place, takes place, place of, place to, place tbd, tbd, tba, to be confirmed,
  to be defined, chef de cabinet, chief of staff, bar association, bar council, stand up, standup, stand by, daily stand up,
  plant based, park mobile, business case, temas tratados, temas a tratar, tema, online gmbh, online ag, online ltd, online inc,
  online shop, online marketing, digital gmbh, digital ag, digital ltd, digital inc, digital agenda, digital strategy, digital health,
  virtual assistant, remote sensing, video production, salud digital, gobierno digital, transformacion digital, telefonica sa,
  telefonica deutschland, telefonica espana, deutsche telekom, phone house, meet and greet, meet greet, meet the, meet with, meet at,
  meet in, meet up, meet you, meet us, to meet, we meet, lets meet, let s meet, station f, open space, chamber music, port of call,
  lunch learn, lunch and learn, coffee chat, sede electronica, registro civil
`);

/** They turn the next word round. */
export const negations: readonly string[] = [
  'not',
  'no',
  'nicht',
  'kein',
  'keine',
  'non',
  'pas',
  'sin',
  'ohne',
  'without',
  'sans',
  'senza',
  'sem',
  'geen',
  'niet',
  'nie',
  'bez',
  'inte',
  'ikke',
  'ei',
  'ne',
  'nem',
  'fara',
  'never',
  'instead of',
];

/** Behind a service's name they make it a company. */
export const companyWords: readonly string[] = [
  'ltd',
  'limited',
  'inc',
  'incorporated',
  'llc',
  'plc',
  'corp',
  'corporation',
  'gmbh',
  'ag',
  'kg',
  'se',
  'sa',
  's a',
  'sas',
  'sarl',
  'spa',
  's p a',
  'srl',
  's r l',
  'sl',
  's l',
  'bv',
  'b v',
  'nv',
  'ab',
  'as',
  'a s',
  'oy',
  'oyj',
  'aps',
  'kft',
  'zrt',
  'sro',
  's r o',
  'sp z o o',
  'doo',
  'pty',
  'company',
  'group',
  'holding',
  'telecom',
  'technologies',
  'communications',
  'solutions',
  'systems',
  'consulting',
  'partners',
];

/** Beside a service's name they leave nothing else that could be meant: `via Zoom`, `audiencia por Teams`. */
export const connectors: readonly string[] = phraseList(`
  via, do, per, over, on, by, through, using, with, in, at, and, or, the, a, of, uber, ueber, mit, auf, oder, und, durch, por, x,
  a traves de, en, mediante, con, de, la, el, del, y, o, u, e, par, sur, avec, ou, et, le, su, tramite, attraverso, da, ed, op, met,
  przez, na, w, lub, pa, genom, eller, og, och, gennem, tai, ja, pres, nebo, keresztul, vagy, prin, pe, sau, preko, ali, ili, μέσω, ή,
  чрез, в, через, plataforma, platform, plateforme, piattaforma, plattform, platforma, app, aplicacion, application, sistema, software,
  microsoft, ms, m, cisco, google, meeting, meetings, mtg, call, llamada, reunion, reuniones, audiencia, cita, citacion, sesion,
  encuentro, entrevista, modalidad, besprechung, termin, sitzung, gesprach, treffen, konferenz, conference, conferencia, conferenza,
  riunione, incontro, reuniao, rendez vous, rdv, entretien, vergadering, overleg, gesprek, afspraak, spotkanie, rozmowa, mote, samtal,
  mode, kokous, palaveri, tapaaminen, schuzka, jednani, stretnutie, megbeszeles, talalkozo, ertekezlet, intalnire, sedinta, sastanak,
  sestanek, susitikimas, koosolek, event, session, chat, link, id, pro, direccion, lugar, location, venue, ort, lieu, luogo, plads, vc,
  invitation, invitacion
`);

/** Connectors that lead to a street or a company as easily as to a service. */
export const articles: readonly string[] = phraseList(`
  the, do, a, la, el, le, de, del, of, in, at, en, and, y, und, et, e, o, u, with, con, mit, avec, da, w, on, na, pa, link, google,
  microsoft
`);
