/** What people write for a meeting that is not in a room, by language. `*` stands for the rest of a word. */
import { phraseList } from './phrase-list.ts';

/** Words that say "online" by themselves. */
export const onlineWords: readonly string[] = phraseList(`
  # English, and what every language took from it
  videoconference, videoconferencing, videolink, online*, web based, telereunion, tele reunion, virtual coffee, virtual lunch, online,
  on line, inline meeting, virtual, virtually, remote, remotely, remote call, video call, video chat, video meeting, videomeeting,
  videocall, videochat, vcall, video link, video conf, videoconf, vidcon, vidconf, video conference, videoconferenc*,
  video conferencing, vtc, webinar*, web meeting, webmeeting, *webmeeting, web conference, webconference, webconf, web conf, web call,
  webcall, webcast, web cast, livestream, live stream, e meeting, emeeting, tele meeting, telemeeting, e conference, digital meeting,
  screen share, cyberspace, virtual room, virtual meeting room, personal meeting room, zoom room, wfh, work from home, from home,
  home office, homeoffice, telework, dematerialised, microsoft teams, ms teams, m teams, msteams,
  # German
  videokonferenz, virtuelle, virtueller, virtuelles, virtuell*, videokonferen*, video konferenz, videokonf, viko, videoanruf*,
  videotelefon*, videobesprechung, videoschalt*, video schalte, videogesprach*, videotermin, videotreffen, videositzung, webkonferenz,
  web konferenz, onlinemeeting, onlinetreffen, onlinetermin, onlinebesprechung, onlinekonferenz, onlineveranstaltung, onlinesitzung,
  onlineseminar, aus der ferne, fernzugriff, digitales treffen, im netz, uber das internet, telearbeit,
  # French
  visioconference, en ligne, virtuel, visio, visio conference, visioconf*, visioreunion, en visio, distanciel, a distance,
  reunion a distance, teletravail, teleconference video, webinaire*, visiocall, appel video,
  # Spanish
  videoconferencia, videollamada, telematica, telematico, en linea, virtuales, virtualmente, videoconferenci*, video conferencia,
  videollamad*, video llamada, videoreunion, video reunion, vdc, vconf, telematic*, telematicamente, remota, remoto, remotamente,
  a distancia, teletrabajo, webinario*, por internet, via internet, via web, por pantalla, sala virtual, salas virtuales,
  conexion remota,
  # Catalan, Galician, Basque
  en linia, videotrucada, virtualment, videochamada, bideokonferentzia, bideodeia,
  # Portuguese
  em linha, videochamad*, video chamada, chamada de video, teletrabalho, webconferencia,
  # Italian
  videoconferenza, videochiamata, in linea, virtuale, virtuali, videoconferenz*, video conferenza, videochiamat*, video chiamata,
  da remoto, in remoto, a distanza, telelavoro, videoriunione, videocollegamento, in videocollegamento,
  # Dutch
  videogesprek, videobellen, videovergadering, videoconferentie, videoverbinding, beeldbellen, op afstand, virtueel, virtuele, digitaal,
  thuiswerk*, webvergadering,
  # Polish
  zdalnie, wideokonferencja, wirtualnie, wirtualne, zdaln*, wideokonferencj*, wideo konferencja, wideorozmow*, wirtualn*,
  telekonferencja wideo, przez internet, wideo, wideospotkanie,
  # Swedish, Danish, Norwegian
  videomote, videokonferens, videosamtal, videokonferens*, videoforbindelse, virtuellt, virtuelt, digitalt mote, digitalt mode,
  distansmote, pa distans, pa distance, fjernmode, webbmote, webmode, webmote, videomode, videoopkald, videokonference, videosamtale,
  videokonferanse, onlinemode, online mode, natmote, pa natet, pa nett, over nett, fjernmote, nettmote, uppkopplat,
  # Finnish, Estonian
  etakokous, etayhteys, verkkokokous, videoneuvottelu, etana, etakokou*, etapalaver*, etayhtey*, etatapaami*, verkossa, verkkokokou*,
  verkkopalaver*, verkkotapaami*, videokokou*, videoneuvottelu*, videopuhelu*, videopalaver*, virtuaali*, teamsissa, zoomissa,
  teamsilla, veebikoosolek, videokoosolek, veebis, videokone, virtuaalne, kaugkoosolek,
  # Czech, Slovak
  videokonferencia, virtualni, videokonferenc*, videohovor*, na dalku, na dialku, virtualn*, vzdalene, distancne, videoschuzka,
  webova schuzka,
  # Hungarian
  videohivas, videokonferenci*, videohivas*, tavoli, tavolrol, tavmegbeszeles, virtualis*, videotalalkozo, interneten, onlajn,
  # Romanian
  videoconferint*, apel video, la distanta, de la distanta, virtuala, telemunca,
  # Croatian, Slovene, Serbian
  videokonferencij*, videopoziv*, na daljinu, na daljavo, videoklic, videosestanek, virtualno, preko interneta, spletno,
  spletni sestanek,
  # Lithuanian, Latvian
  nuotolin*, vaizdo konferencij*, vaizdo skambut*, virtualus, virtualiai, attalinat*, tiessaist*, tiesaist*, videozvans,
  # Greek
  διαδικτυακ*, τηλεδιασκεψ*, τηλεδιάσκεψ*, εξ αποστάσεως, βιντεοκλήσ*, βιντεοδιάσκεψ*, εικονικ*, μέσω διαδικτύου, ονλάιν, τηλεσυνάντηση,
  # Bulgarian, Russian, Ukrainian
  онлайн, видеоконферен*, видеосвяз*, видеозвън*, видеозвон*, дистанционн*, виртуал*, удаленно, онлаин,
  # Turkish
  cevrimici, goruntulu, uzaktan, video konferans, sanal, internet uzerinden,
  # Maltese, Irish
  ar line, ar linne,
  # Japanese, Chinese, Korean
  オンライン, オンライン会議, ビデオ会議, ウェブ会議, リモート, 线上, 线上会议, 视频会议, 腾讯会议, 온라인, 화상회의
`);

/** What an invitation holds that a service wrote: it says no more than a link does, and many calendars add it to every meeting. */
export const invitationWords: readonly string[] = phraseList(`
  microsoft teams meeting, teams meeting link, join microsoft teams meeting, join on your computer, join the meeting, join meeting,
  join zoom meeting, join now, click here to join, meeting id, meeting number, meeting link, meeting url, meeting passcode,
  meeting password, zoom link, zoom id, teams link, webex link, meet link, join by video, join with video, conference id,
  google meet joining info, video call link, is inviting you to a scheduled zoom meeting, join with google meet, join link, access link,
  microsoft teams besprechung, teilnahme an der microsoft teams, an besprechung teilnehmen, hier klicken um an der besprechung,
  besprechungs id, der besprechung beitreten, jetzt teilnehmen, zoom meeting beitreten, einwahllink, zugangslink, teilnahmelink,
  besprechungslink, reunion de microsoft teams, unirse a la reunion, unase a la reunion, haga clic aqui para unirse, id de la reunion,
  id de reunion, id reunion, codigo de acceso, clave de acceso, informacion para unirse, enlace a la videollamada, entrar zoom reunion,
  enlace de conexion, enlace de la reunion, link de conexion, link de acceso, link de la reunion, link de reunion, unirse en la web,
  unirse a zoom, reunion microsoft teams, rejoindre la reunion, participer a la reunion, cliquez ici pour, numero de reunion,
  lien de connexion, lien de la reunion, lien zoom, lien teams, lien visio, code d acces, code secret, riunione di microsoft teams,
  partecipa alla riunione, fai clic qui per partecipare, id riunione, entra nella riunione, link alla riunione,
  reuniao do microsoft teams, reuniao no microsoft teams, ingressar na reuniao, participar na reuniao, clique aqui para, id da reuniao,
  link da reuniao, senha de acesso, microsoft teams vergadering, deelnemen aan de vergadering, vergadering id,
  klik hier om deel te nemen, vergaderlink, spotkanie w aplikacji microsoft teams, dolacz do spotkania, kliknij tutaj aby,
  identyfikator spotkania, link do spotkania, microsoft teams mote, anslut till mote, klicka har for att, motes id, moteslank,
  microsoft teams mode, deltag i mode, klik her for at, mode id, modelink, bli med i motet, microsoft teams kokous, liity kokoukseen,
  kokouksen tunnus, schuzka microsoft teams, pripojit se ke schuzce, id schuzky, microsoft teams ertekezlet,
  csatlakozas az ertekezlethez, ertekezlet azonositoja, intalnire microsoft teams, alaturati va intalnirii, faceti clic aici,
  id intalnire, συσκεψη microsoft teams, συμμετοχή στη σύσκεψη
`);

/** A link that is spoken of: whoever expects one joins by it. */
export const linkWords: readonly string[] = phraseList(`
  link, links, enlace, enlaces, lien, hiperlink, hyperlink, vinculo, liga de acceso, conectarse, conectar, conexion, se conectara,
  collegamento, linkki, odkaz, lank, lenke, poveznica, nuoroda, σύνδεσμος, линк, линк за, ссылка, url
`);

/** Names that mean a meeting service wherever they stand. */
export const sureServices: readonly string[] = phraseList(`
  google meet, googlemeet, google meets, gmeet, g meet, google hangouts, google hangout, hangouts, webex, web ex, cisco webex, skype,
  skype for business, lync, gotomeeting, go to meeting, gotowebinar, goto meeting, bluejeans, blue jeans, jitsi, jitsi meet,
  bigbluebutton, big blue button, adobe connect, adobeconnect, starleaf, vidyo, vidyoconnect, facetime, amazon chime, zoom us, zoom x,
  zoom meeting, zoom call, zoom webinar, zoom video, zoom event, zoom conference, zoommeeting, zoomcall, teams meeting, teams call,
  teams besprechung, teams sitzung, teams termin, teamsmeeting, teams mote, teams mode, teams kokous, teams vergadering, reunion teams,
  riunione teams, reuniao teams, reunion de teams, reunion zoom, riunione zoom, reuniao zoom, whatsapp video, whatsapp call,
  ringcentral, lifesize, pexip, livestorm, interprefy, interactio, on24, hopin, gather town, tencent meeting, voov, dingtalk, feishu,
  kmeet, nextcloud talk, dfnconf, tixeo, edudip, clickmeeting, teamviewer meeting, slack huddle, zoho meeting, anymeeting, зум, тиймс,
  скайп, скаип, ζουμ
`);

/** Names that are words, streets or companies too: they count only where nothing else can be meant. */
export const shyServices: readonly string[] = phraseList(`
  zoom, web, internet, teams, team s, meet, digital, digitally, digitaal, digitalt, video, vc, v c, whereby, chime, hangout, whatsapp,
  whats app, signal, telegram, discord, slack, goto, bbb, messenger, viber, wechat, interactive, zooom, zom
`);

/** Slips of a shy service's name that are words of their own: they count only where the text says nothing else. */
export const servicesMisspelt: readonly string[] = [
  'teems',
  'temas',
  'tems',
  'teans',
  'team',
  'tams',
  'zomm',
  'soom',
  'zum',
  'meets',
  'meat',
  'miit',
];
