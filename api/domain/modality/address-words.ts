/** Words of which street addresses are made, by language. `*` stands for the rest of a word. */
import { phraseList } from './phrase-list.ts';

/** They stand before the street's name: `rue du Bac`, `Av. Central`. */
export const streetsBefore: readonly string[] = phraseList(`
  rue, avenue, boulevard, bd, blvd, quai, place, place de, place du, place des, impasse, chemin, chaussee, allee, allees, cours, square,
  rond point, route de, faubourg, calle, c, avenida, avda, av, ave, avd, plaza, pza, paseo, pso, pasaje, camino, carretera, ctra, ronda,
  glorieta, callejon, alameda, rambla, carrer, passeig, placa, avinguda, diagonal, carrera, cra, calzada, poligono, poligono industrial,
  rua, praca, travessa, largo, estrada, rodovia, via, viale, piazza, piazzale, corso, vicolo, lungotevere, lungarno, strada, str,
  contrada, borgo, galleria, ulica, ul, ulicy, aleja, aleje, al, plac, pl, os, osiedle, namesti, nam, namestie, trida, tr, nabrezi,
  ulice, bulevardul, bdul, calea, piata, soseaua, sos, splaiul, aleea, intrarea, trg, cesta, obala, sokak, οδός, οδος, λεωφόρος, λεωφ,
  πλατεία, улица, ул, булевард, бул, площад, проспект, am, an der, auf der, unter den, alter, ulitsa
`);

/** They stand after it: `Meet Street`, `Kossuth utca`. */
export const streetsAfter: readonly string[] = phraseList(`
  street, st, road, rd, avenue, ave, lane, ln, drive, dr, square, sq, boulevard, blvd, court, crescent, parkway, pkwy, highway, hwy,
  close, terrace, way, quay, mews, circus, strasse, str, weg, platz, allee, gasse, ufer, damm, markt, chaussee, straat, laan, plein,
  gracht, kade, singel, utca, u, ut, utja, ter, tere, korut, krt, rakpart, sgt, sugarut, gata, gatan, vag, vagen, torg, torget, gade,
  vej, plads, gate, veien, vei, plass, katu, tie, kuja, aukio, tori, polku, namesti, namestie, ulica, ulice, trg, cesta, gatve, g, pr,
  aikste, iela, prospekts, tanav, tn, maantee, mnt, puiestee, pst, vaksal, caddesi, cad, sokagi, sok, bulvari, улица
`);

/** One word that is a street whatever stands around it: `Dorfstraße`, `Dorpsstraat`. */
export const streetWords: readonly string[] = phraseList(`
  *strasse, *straat, *gracht, *plein, *platz, *allee, *gasse, *chaussee, *gatan, *vagen, *torget, *square, wall street, main street,
  high street, downing street, *grand place, *laan, *kade, *singel, *esplanade, *esplanadi, *katu, *bulevardi
`);

/** Such a word is a street when a house number follows: `Lindenring 14`, `Catering` is none. */
export const streetEndings: readonly string[] = phraseList(`
  *str, *weg, *ufer, *damm, *ring, *steig, *graben, *markt, *berg, *tie, *gade, *gata, *vej, *veien, *vei, *tori, *dreef, *dijk, *hof,
  *stieg, *pfad, *wall, *kai, *bruck, *brucke, *hohe, *feld, *stig, *plan, *plads, *plass, *utca, *kuja, *polku, *aukio, *ranta, *kaari,
  *svag
`);

/** Signs between a street and its number. */
export const numberSigns: readonly string[] = ['n', 'no', 'nr', 'nro', 'num', 'number', 'numero', 'c', 'cislo', 'numer'];

/** Words that a number follows without being a house: `Phase 2`, `Contacto 225740407`. */
export const countedWords: readonly string[] = phraseList(`
  project, projekt, proyecto, projet, progetto, windows, boeing, airbus, flight, vuelo, vol, flug, train, tren, zug, invoice, episode,
  contacto, contact, kontakt, contatto, contato, anexo, ext, extension, durchwahl, id, pin, code, codigo, passcode, password,
  contrasena, clave, kennwort, passwort, mot de passe, senha, phase, fase, part, parte, teil, version, release, sprint, week, semana,
  semaine, woche, kw, day, tag, dia, jour, giorno, q, quarter, fy, meeting, call, session, sesion, sitzung, reunion, audiencia,
  besprechung, riunione, reuniao, vergadering, mote, mode, kokous, spotkanie, schuzka, termin, workshop, group, grupo, gruppe, groupe,
  team, teams, zoom, meet, page, pagina, seite, article, articulo, art, ley, law, decreto, folio, lot, lote, item, option, opcion, plan,
  a las, las, hora, horas, hrs, um, at, at the, a, alle, ore, kl, klo, from, desde, hasta, de, del, el, y, and, und, et, o, or, ab, von,
  bis, to, for, para, horario, time, uhr, cop, covid, g, top, horizon, agenda, step, solicitud, rol, caso, case, ticket, order, pedido,
  mg, ano, year, jahr, channel, canal, slot, round, ronda, agosto, copa, january, february, march, april, may, june, july, august,
  september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, januar, februar, marz, mai, juni,
  juli, oktober, dezember, enero, febrero, marzo, abril, mayo, junio, julio, septiembre, octubre, noviembre, diciembre, janvier,
  fevrier, mars, avril, juin, juillet, aout, octobre, decembre, monday, tuesday, wednesday, thursday, friday, saturday, sunday, lunes,
  martes, miercoles, jueves, viernes, sabado, domingo, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, lundi, mardi,
  mercredi, jeudi, vendredi, mon, tue, wed, thu, fri, approx, circa, ca, max, min
`);
