/** What people write for a place where one meets, by language. `*` stands for the rest of a word. Kinds of places, no names. */
import { phraseList } from './phrase-list.ts';

/** Words that say "in person" by themselves. */
export const inPersonWords: readonly string[] = phraseList(`
  in person, en terreno, visita a terreno, visita en terreno, a domicilio, in loco, in situ, face to face, f2f, physical meeting,
  physically, on site, onsite, on premises, live meeting, in real life, irl, walk in, vor ort, personlich, in prasenz, prasenz,
  prasenzveranstaltung, prasenztermin, sur place, en presentiel, presentiel, en personne, presencial, presenciales, presencialmente,
  presencialidad, en persona, cara a cara, in presenza, di persona, in persona, em pessoa, persoonlijk, ter plaatse, op locatie, fysiek,
  fysieke, osobiscie, stacjonarn*, na miejscu, fysiskt, fysisk, pa plats, personligen, paikan paalla, lasnakokous, lasna, osobne,
  osobni, na miste, szemelyes*, helyszinen, fizic, fizica, cu prezenta fizica, fata in fata, uzivo, osebno, gyvai, klatiene, δια ζώσης,
  αυτοπροσώπως, φυσική παρουσία, на живо, лично, очно, присъствен*, yuz yuze
`);

/** Both at once. */
export const hybridWords: readonly string[] = phraseList(`
  hybrid, hybrid meeting, hybride, hibrid*, ibrid*, hybrydow*, hybridi*, hybridn*, hybrydn*, υβριδικ*, хибридн*, mixed mode,
  en mode hybride, semipresencial, presencial y online, presencial y virtual, in person and online, online and in person,
  in person online, vor ort und online, modalidad mixta
`);

export const restaurantWords: readonly string[] = phraseList(`
  restaurant*, restoran*, restavracij*, ristorante, ristoranti, trattoria, osteria, pizzeria, pizza, brasserie, bistro, bistrot,
  taverna, tavern, taverne, taqueria, churrasc*, rodizio, tasca, bodega, meson, asador, parrilla, marisqueria, cerveceria, tapas,
  cantina, rotisserie, creperie, auberge, wirtshaus, gasthaus, gasthof, gaststatte, biergarten, beer garden, brauhaus, brauerei,
  brewery, weinstube, ratskeller, heuriger, kantine, canteen, mensa, mcdonald s, pret a manger, burger king, burger, pizza hut,
  steakhouse, steak house, grill, grillhouse, sushi, ramen, bbq, diner, eatery, gastropub, pub, bar, wine bar, winebar, vinoteca,
  enoteca, vineria, cocktail*, cafe, cafes, caffe, kaffee, kaffeehaus, coffee, coffee shop, coffee bar, coffeehouse, starbucks,
  cafeteria, kahvila, kahvi, kavarna, kavarne, kavezo, cukraszda, kawiarnia, kawiarni, cafenea, kafe, kaffe, koffie, fika, pasteleria,
  bakery, boulangerie, patisserie, backerei, konditorei, confiserie, tea room, salon de the, teehaus, bar des, lunch, lunsj, lounas,
  frokost, dinner, breakfast, brunch, supper, almuerzo, comida, cena, desayuno, merienda, almoco, jantar, pranzo, colazione, aperitivo,
  mittagessen, abendessen, fruhstuck, geschaftsessen, dejeuner, petit dejeuner, middag, ebed, vacsora, obed, vecere, obiad, kolacja,
  dejun, pranz, cina, ravintola*, restauracj*, restaurac*, restauraci*, resturang*, restaurang*, etterem, vendeglo, hospoda, kavinė,
  eetcafe, eethuis, cofetarie, crama, kroeg, krog, kro, konoba, gostilna, karczma, gospoda, εστιατόριο, ταβέρνα, καφετέρια, καφέ,
  ресторант, ресторан, кафе, lokanta, kahve, *restaurant, *cafe, *stube, *kro, *krog, *bar restaurant, bakehouse, food court, food hall,
  tap room, taproom
`);

export const hotelWords: readonly string[] = phraseList(`
  hotel, hotels, hotell, hotelli, motel, hostel, resort, parkhotel, *hotel, *hotell, inn, bed and breakfast, b b, pousada, parador,
  albergo, hostal, szalloda, ξενοδοχείο, хотел, гостиница, otel, marriott, hilton, sheraton, hyatt, novotel, ibis, radisson, mercure,
  sofitel, scandic, intercontinental, holiday inn, crowne plaza, nh collection, motel one, courtyard by marriott, westin, ritz carlton,
  four seasons, best western, kempinski, steigenberger, melia, pullman, wyndham, premier inn, moxy, doubletree, hampton inn
`);

export const officeWords: readonly string[] = phraseList(`
  bei uns, bei ihnen, at yours, at ours, chez vous, chez nous, da voi, da noi, u nas, hos os, hos oss, hos er, bij ons, bij jullie,
  customer visit, client visit, visit to client, kundenbesuch*, kundentermin, bei kunde, visite client, visite chez, visita cliente,
  visita al cliente, visita a cliente, dal cliente, no cliente, u klienta, wizyta u klienta, hos kunden, hos kunde, hos kund, kundbesok,
  kundebesog, kundebesok, asiakaskaynti, asiakkaan luona, bij de klant, klantbezoek, bij klant, ugyfelnel, la client, u zakaznika,
  navsteva u, στον πελάτη, office, offices, oficina, oficinas, despacho, despachos, escritorio, escritorios, buro, buros, buero, bueros,
  *buro, *buero, *buros, bureau, bureaux, cabinet, ufficio, uffici, studio legale, kantoor, kantoren, *kantoor, kontor, kontoret,
  *kontor, *kontoret, toimisto, toimistolla, toimistossa, *toimisto, kancelar, kancelari, kancelaria, kancelarii, biuro, biurze, biura,
  iroda, irodaja, irodaban, *iroda, birou, biroul, ured, uredu, pisarna, pisarni, biuras, birojs, birojā, kontoris, γραφείο, γραφεία,
  γραφειο, офис, офисе, ofis, ofisi, ofise, headquarter, headquarters, headquaters, hq, head office, main office, zentrale, hauptsitz,
  hauptsitzes, geschaftsstelle, niederlassung, siege, siege social, sede, sede central, sede sociale, sedes, casa matriz, hoofdkantoor,
  huvudkontor, hovedkontor, paakonttori, centrala, siedziba, siedzibie, sidlo, szekhaz, sediu, sediul, sjedište, work place, premises,
  dependencias, instalaciones, locaux, raumlichkeiten, at our, at your, your place, our place, client site, customer site,
  kundenstandort, beim kunden, chez le client, chez client, bei kunden, presso cliente, presso, werk, plant, planta, factory, fabrik,
  fabrica, fabbrica, fabriek, fabryka, usine, stabilimento, warehouse, lager, depot, shop floor, showroom, laboratory, labor,
  laboratorio, werkstatt, standort, campus, *campus, kampus, kontorfellesskap, coworking, co working, wework, reception, empfang,
  recepcion, recepcao, accueil, receptie, recepcja, reception desk, hotel lobby, main lobby, lobby bar, office lobby, in the lobby,
  foyer, lounge, atrium, parking, estacionamiento, tiefgarage, pfortner, pforte
`);

/** Rooms: `sala 706`, `Besprechungsraum Isar`. Beside an online word they are no place (`virtual room`). */
export const roomWords: readonly string[] = phraseList(`
  room, rooms, meeting room, conference room, board room, boardroom, seminar room, training room, conf room, conf rm, mtg room,
  auditorium, auditorio, aula, hall, town hall, main hall, theatre, theater, studio, suite, lecture hall, huddle room, ballroom,
  classroom, raum, *raum, saal, *saal, zimmer, *zimmer, besprechungsraum*, konferenzraum*, sitzungszimmer*, horsaal, besprechungszimmer,
  messehalle, sala, sala de reuniones, sala de juntas, salas, salon, salones, saloes, salao, sala de reunioes, auditoire, salle,
  salle de reunion, amphitheatre, amphi, salone, sala riunioni, zaal, *zaal, vergaderruimte, vergaderzaal, *ruimte, sala konferencyjna,
  sala spotkan, sali, pokoj, pokoju, motesrum, moterum, modelokale, moterom, lokale, lokal, *rummet, sal, *salen, *sali, kokoushuone,
  neuvotteluhuone, neukkari, huone, *huone, zasedacka, zasedaci mistnost, jednaci mistnost, mistnost, miestnost, zasadacka, targyalo,
  targyaloterem, terem, *terem, szoba, sala de sedinte, camera, camara, dvorana, sejna soba, sejna dvorana, soba, kabinetas,
  posedziu sale, sanaksmju telpa, zale, koosolekuruum, ruum, αίθουσα, αιθουσα, зала, залата, стая, комната, переговорная, кабинет,
  toplanti odasi, salonu, oda, 会議室, 会议室, 회의실
`);

/** Floors and parts of buildings, which no online meeting has. */
export const floorWords: readonly string[] = phraseList(`
  floor, flr, ground floor, basement, level, lvl, storey, story, block, wing, gate, entrance, stock, stockwerk, etage, obergeschoss,
  erdgeschoss, untergeschoss, og, eg, geschoss, geb, haus, flugel, eingang, tor, treppe, aufgang, piso, pisos, planta baja, bloque,
  portal, ofic, oficina n, depto n, subsuelo, subterraneo, bat, tour, escalier, rez de chaussee, rdc, porte, andar, bloco, piano, scala,
  ingresso, verdieping, ingang, vleugel, pietro, pietrze, klatka, wejscie, parter, vaning, van, trappa, trappor, sal, opgang, etasje,
  inngang, kerros, krs, talo, rappu, patro, patre, vchod, prizemi, poschodie, emelet, foldszint, lepcsohaz, etaj, etajul, scara, kat,
  nadstropje, aukstas, stavs, korrus, όροφος, етаж, вход, этаж, корпус
`);

/** Buildings and sites where people come together. */
export const venueWords: readonly string[] = phraseList(`
  tower, building, bldg, gebaude, torre, edificio, edif, batiment, immeuble, predio, palazzo, palazzina, gebouw, toren, budynek,
  budynku, byggnad, bygning, rakennus, budova, epulet, cladire, cladirea, zgrada, stavba, hoone, κτίριο, κτηριο, сграда, здание, bina,
  turm, embassy, embassies, botschaft, ambassade, embajada, ambasciata, embaixada, ambasada, ambasad*, ambassad, ambassaden,
  suurlahetysto, velvyslanectvi, nagykovetseg, veleposlanistvo, πρεσβεία, посолство, konsulat, consulate, consulat, consulado,
  consolato, permanent representation, representation, representacion permanente, representation permanente, landesvertretung,
  vertretung, standige vertretung, permanent mission, delegation office, representacao, university, uni, universitat, universitet*,
  universidad, universite, universita, universidade, universiteit, uniwersytet, univerzit*, universitate*, yliopisto, egyetem,
  hochschule, fachhochschule, school, schule, ecole, escuela, scuola, escola, skola, college, akademie, academy, academia, academie,
  institut, institute, instituto, istituto, instituut, library, bibliothek, bibliotheque, biblioteca, bibliotheek, biblioteka, museum,
  musee, museo, museu, muzeum, muzeu, gallery, galerie, galeria, galleria, palace, palais, palast, palacio, palac, paleis, palats,
  castle, schloss, chateau, castillo, castello, kasteel, slott, slot, zamek, kastely, castel, burg, villa, house of, maison de,
  maison des, maison du, casa de, casa del, house, haus der, haus des, huis van, dom kultury, rathaus, town hall, city hall,
  hotel de ville, mairie, ayuntamiento, municipio, municipalidad, prefecture, prefettura, stadhuis, gemeentehuis, stadshuset, radhus,
  radhuset, ratusz, urzad, radnice, varoshaza, kaupungintalo, burgerhaus, *haus, *huset, *huis, hospital, krankenhaus, klinik, klinikum,
  clinic, clinica, clinique, hopital, hospital clinico, ospedale, ziekenhuis, sjukhus, sairaala, szpital, nemocnice, korhaz, spital,
  centro cultural, conference centre, conference center, convention center, convention centre, congress centre, kongresszentrum,
  kongresshaus, centre de conferences, centro de convenciones, centro congressi, palacio de congresos, business center, business centre,
  business park, tagungszentrum, tagungshaus, seminarzentrum, messe, messezentrum, messegelande, buchmesse, *messe, salon de l, feria,
  fiera, fair, trade fair, trade show, expo, exhibition, exhibition centre, ausstellung, exposition, exposicion, exposicao, beurs,
  jaarbeurs, targi, veletrh, vystaviste, booth, stand, messestand, pavilion, pavillon, pavilhao, pabellon, padiglione, paviljong,
  paviljonki, arena, stadium, stadion, stade, estadio, stadio, concert hall, music hall, konzerthaus, philharmonie, opera, oper,
  opera house, teatro, theatre, theater, teater*, teatri, teatr, divadlo, szinhaz, cinema, kino, cine, park, parque, parc, parco,
  garden, gardens, jardin, jardim, giardino, golf, golf club, golfclub, country club, yacht club, club, day spa, spa hotel, wellness,
  therme, thermal baths, gym, sports centre, sportzentrum, airport, flughafen, aeroport, aeropuerto, aeroporto, luchthaven, lotnisko,
  letiste, lentokentta, flygplats, lufthavn, terminal, station, bahnhof, hauptbahnhof, hbf, gare, gare de, estacion, stazione, estacao,
  stationen, dworzec, nadrazi, palyaudvar, gara, metro station, port, harbour, harbor, hafen, haven, puerto, porto, hamn, havn, satama,
  przystan, farm, bauernhof, hof, finca, ferme, estate, ranch, winery, weingut, cave, bodegas, quinta, ministry, ministerium,
  *ministerium, ministere, ministerio, ministero, ministerie, ministerstwo, ministerstvo, miniszterium, minister, ministerio de, court,
  courthouse, tribunal, gericht, chamber of commerce, handelskammer, camara de comercio, chambre de commerce, camera di commercio,
  fundacion, fondation, stiftung, fondazione, foundation, parliament building, congress, congreso, congresso, senado, senate,
  asamblea nacional, assemblee nationale, bundestag, landtag, council building, visitors area, visitor center, visitor centre, church,
  kirche, eglise, iglesia, chiesa, monastery, kloster, abbaye, residence, residenz, residencia, residenza, mall, shopping center,
  shopping centre, einkaufszentrum, centre commercial, centro comercial, plaza mayor, market, markthalle, mercado, mercato, ship,
  schiff, boat, crucero, tent, roof top, rooftop, dachterrasse, terraza, terrasse, terrace
`);

/** Meals and drinks that a subject names: people take them together. */
export const mealWords: readonly string[] = phraseList(`
  lunch, dinner, breakfast, brunch, supper, drinks, beers, coffee, almuerzo, comida, cena, desayuno, almoco, jantar, pranzo, colazione,
  aperitivo, mittagessen, abendessen, fruhstuck, geschaftsessen, kaffee, dejeuner, diner, obiad, kolacja, obed, vecere, ebed, vacsora,
  frokost, middag, aftensmad, lounas, illallinen, fika, borrel, pranz, cina, golf, γεύμα, обяд, вечеря
`);
