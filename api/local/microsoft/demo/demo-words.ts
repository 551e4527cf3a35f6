// What people write in calendars, in five languages: subjects, places, ways to name a call. Text only, no logic.
// In the texts {account} stands for the company, {first} and {name} for the contact, {city} and {street} for the address.

export type Language = 'en' | 'de' | 'es' | 'fr' | 'it';
export type PlaceKind = 'client_office' | 'our_office' | 'meal' | 'coffee' | 'entertainment' | 'leisure' | 'conference' | 'other_offsite';
type ByLanguage = Readonly<Record<Language, readonly string[]>>;

export const remoteSubjects: ByLanguage = {
  en: [
    '{account} <> Halden: open points',
    'Catch-up with {first}',
    'Pricing call {account}',
    'Demo InlineScan 400',
    'Contract renewal {account}',
    'Service review {account}',
    'Calibration plan next quarter',
    'Q&A on the offer',
    'Intro call',
    'Technical deep dive: surface probe',
    'Delivery schedule',
    'RFP questions',
    'Escalation follow-up',
    'Forecast alignment {account}',
    'Sync with {first} and team',
    'Pilot results',
    'Security questionnaire',
    'Re: spare parts',
    'Kick-off spectrometer project',
  ],
  de: [
    'Abstimmung {account}',
    'Angebotsbesprechung {account}',
    'Telko mit {first}',
    'Rückfragen zum Angebot',
    'Rahmenvertrag – offene Punkte',
    'Produktvorführung InlineScan 400',
    'Kalibrierplanung',
    'Lieferterminabstimmung',
    'Rücksprache {name}',
    'Projektstatus Prüfstand',
    'Kickoff Spektrometer',
    'Reklamation – Nachverfolgung',
    'Quartalsgespräch {account}',
    'WG: Ersatzteile',
    'Preisrunde',
    'Schulung Auswertesoftware',
  ],
  es: [
    'Seguimiento propuesta {account}',
    'Llamada con {first}',
    'Demo InlineScan 400',
    'Revisión trimestral {account}',
    'Dudas sobre la oferta',
    'Plan de calibración',
    'Reunión de proyecto {account}',
    'Renovación del contrato',
    'Plazos de entrega',
    'Presentación de resultados del piloto',
  ],
  fr: [
    'Point {account}',
    'Appel avec {first}',
    "Questions sur l'offre",
    'Démo InlineScan 400',
    'Suivi du projet {account}',
    'Planning de livraison',
    'Renouvellement du contrat',
  ],
  it: [
    'Allineamento {account}',
    'Call con {first}',
    "Domande sull'offerta",
    'Demo InlineScan 400',
    'Stato del progetto {account}',
    'Piano di taratura',
    'Rinnovo contratto',
  ],
};

export const seriesSubjects: ByLanguage = {
  en: [
    'Weekly {account}',
    '{account} / Halden regular',
    'Project sync {account}',
    'Operations call {account}',
    'Check-in {first} / Halden',
  ],
  de: ['Jour fixe {account}', 'Regeltermin {account}', 'Projektrunde {account}', 'Statuscall {account}'],
  es: ['Seguimiento {account}', 'Reunión periódica {account}', 'Comité de proyecto {account}'],
  fr: ['Point régulier {account}', 'Comité de suivi {account}'],
  it: ['Riunione periodica {account}', 'SAL {account}'],
};

export const visitSubjects: Readonly<Record<PlaceKind, ByLanguage>> = {
  client_office: {
    en: [
      'Site visit {account}',
      'Quarterly business review {account}',
      'Workshop at {account}',
      'On-site acceptance test',
      '{account}: line walk',
      'Visit {first}',
    ],
    de: [
      'Vor-Ort-Termin {account}',
      'Besuch bei {account}',
      'Abnahme Prüfstand {account}',
      'Workshop {account}',
      'Jahresgespräch {account}',
    ],
    es: ['Visita a {account}', 'Reunión en planta {account}', 'Taller en {account}'],
    fr: ['Visite {account}', 'Atelier sur site {account}'],
    it: ['Visita {account}', 'Collaudo presso {account}'],
  },
  our_office: {
    en: ['{account} at our showroom', 'Factory tour for {account}', 'Visit of {account}'],
    de: ['{account} bei uns im Haus', 'Werksführung {account}', 'Besuch {account} im Showroom'],
    es: ['Visita de {account} a la oficina', 'Demo en nuestra sala {account}'],
    fr: ['Visite de {account} chez nous'],
    it: ['{account} in visita da noi'],
  },
  meal: {
    en: ['Lunch with {name}', 'Dinner {account}', 'Lunch {first} / {account}', 'Breakfast with {first}'],
    de: ['Mittagessen mit {name}', 'Abendessen {account}', 'Mittag {first}', 'Frühstück mit {first}'],
    es: ['Comida con {name}', 'Cena {account}', 'Almuerzo {first}'],
    fr: ['Déjeuner avec {name}', 'Dîner {account}'],
    it: ['Pranzo con {name}', 'Cena {account}'],
  },
  coffee: {
    en: ['Coffee with {first}', 'Quick coffee {account}'],
    de: ['Kaffee mit {first}', 'Auf einen Kaffee: {name}'],
    es: ['Café con {first}', 'Un café con {name}'],
    fr: ['Café avec {first}'],
    it: ['Caffè con {first}'],
  },
  entertainment: {
    en: ['Ice hockey with {account}', 'Concert with {first}'],
    de: ['Konzertabend mit {account}', 'Handballspiel mit {first}'],
    es: ['Concierto con {first}', 'Partido con {account}'],
    fr: ['Concert avec {first}'],
    it: ['Teatro con {first}'],
  },
  leisure: {
    en: ['Golf with {first}', 'Sailing afternoon {account}'],
    de: ['Golfrunde mit {first}', 'Radtour mit {account}'],
    es: ['Pádel con {first}', 'Golf con {account}'],
    fr: ['Golf avec {first}'],
    it: ['Golf con {first}'],
  },
  conference: {
    en: ['Meet {account} at the fair', 'Booth meeting {first}'],
    de: ['Messetermin {account}', 'Standgespräch {first}'],
    es: ['Reunión en la feria {account}'],
    fr: ['Rendez-vous salon {account}'],
    it: ['Incontro in fiera {account}'],
  },
  other_offsite: {
    en: ['Strategy day {account}', 'Working session {account}'],
    de: ['Klausur {account}', 'Arbeitstreffen {account}'],
    es: ['Jornada de trabajo {account}'],
    fr: ['Séminaire {account}'],
    it: ['Giornata di lavoro {account}'],
  },
};

/** Location texts of a near meeting without a link. */
export const placeTexts: Readonly<Record<PlaceKind, ByLanguage>> = {
  client_office: {
    en: [
      '{street}, {city}',
      '{account}, {city}',
      '{account} HQ, 3rd floor',
      'Your office',
      'Onsite {account}',
      'Gate 2, ask for {name}',
      '{city}',
      'at {account}',
      'Client site - {street}',
    ],
    de: [
      '{street}, {city}',
      '{account}, {city}',
      'bei {account} vor Ort',
      'Werk 2, Empfang',
      'Besprechungsraum 4. OG, {account}',
      '{city}',
      'Beim Kunden',
      'vor Ort',
      'Pforte 1, {street}',
    ],
    es: [
      '{street}, {city}',
      '{account}, {city}',
      'Oficinas de {account}',
      'Planta 3, recepción',
      'En sus oficinas',
      '{city}',
      'Sede {account}',
    ],
    fr: ['{street}, {city}', 'Chez {account}', 'Siège {account}, accueil', '{city}'],
    it: ['{street}, {city}', 'Presso {account}', 'Sede {account}, portineria', '{city}'],
  },
  our_office: {
    en: ['Halden showroom', 'Our office', 'Halden Instruments, 40 Copper Yard'],
    de: ['Halden Showroom Berlin', 'bei uns', 'Halden Instruments, Lindenufer 8'],
    es: ['Oficina Halden Madrid', 'En nuestra oficina'],
    fr: ['Showroom Halden'],
    it: ['Showroom Halden'],
  },
  meal: {
    en: [
      'The Copper Kettle, 18 Mill Lane',
      'Osteria Volpe',
      'Harbour Grill',
      'Bistro Marlowe, Queen Street 5',
      'Restaurant tbd near {city} station',
      'Saffron House',
    ],
    de: [
      'Gasthaus Zur Linde',
      'Ristorante Bellavista, Hauptstr. 14',
      'Kantine {account}',
      'Restaurant Alte Mühle, {city}',
      'Brauhaus am Markt',
      'Sushi Kaito',
    ],
    es: ['Restaurante El Olivar', 'Casa Tello, Calle Mayor 21', 'Taberna La Esquina', 'Asador Robledo, {city}'],
    fr: ['Brasserie du Canal', 'Restaurant Les Tilleuls, {city}', 'Chez Margaux'],
    it: ['Trattoria Il Ponte', 'Osteria del Borgo, {city}', 'Ristorante La Quercia'],
  },
  coffee: {
    en: ['Coffee bar in the lobby', 'Grindhouse Coffee', 'Cafe Marigold, {city}'],
    de: ['Café Morgenrot', 'Kaffeebar im Foyer', 'Bäckerei Sander, {city}'],
    es: ['Cafetería Luna', 'Café Central, {city}'],
    fr: ['Café des Arts'],
    it: ['Bar Stazione, {city}'],
  },
  entertainment: {
    en: ['Arena, suite 14', 'Riverside Concert Hall'],
    de: ['Philharmonie, Foyer', 'Arena Loge 7'],
    es: ['Auditorio, {city}', 'Estadio, palco 3'],
    fr: ['Théâtre de la Ville Neuve'],
    it: ['Teatro Nuovo, {city}'],
  },
  leisure: {
    en: ['Oakfield Golf Club', 'Marina, pier 4'],
    de: ['Golfclub Seehof', 'Bootshaus am See'],
    es: ['Club de Golf La Loma', 'Club de pádel Norte'],
    fr: ['Golf du Val'],
    it: ['Golf Club Le Querce'],
  },
  conference: {
    en: ['Expo Center, hall 4, booth B12', 'Metrology Days, stand 204'],
    de: ['Messe, Halle 7, Stand 412', 'Sensorik-Kongress, Stand C31'],
    es: ['Feria, pabellón 6, stand 6C20', 'Congreso de Metrología, stand 18'],
    fr: ['Parc des expositions, hall 2, stand D40'],
    it: ['Fiera, padiglione 3, stand E15'],
  },
  other_offsite: {
    en: ['Hotel Northgate, room Oak', 'Coworking Dock 9, {city}'],
    de: ['Tagungshotel Seeblick', 'Hotel Am Stadtpark, Raum 2'],
    es: ['Hotel Puerta Nueva, sala B', 'Parador de {city}'],
    fr: ['Hôtel des Remparts, salle 1'],
    it: ['Hotel Belvedere, sala riunioni'],
  },
};

/** The display name that Outlook gives a Teams meeting, by language. */
export const teamsNames: ByLanguage = {
  en: ['Microsoft Teams Meeting'],
  de: ['Microsoft Teams-Besprechung'],
  es: ['Reunión de Microsoft Teams'],
  fr: ['Réunion Microsoft Teams'],
  it: ['Riunione di Microsoft Teams'],
};

/** Virtual without any link in the location. */
export const vagueOnlineTexts: ByLanguage = {
  en: ['online', 'Video call', 'Zoom (link in invite)', 'Webex', 'Google Meet', 'virtual'],
  de: ['online', 'Videokonferenz', 'Link folgt', 'Zoom – siehe Einladung', 'digital', 'per Video'],
  es: ['online', 'Videollamada', 'Enlace en la convocatoria', 'virtual'],
  fr: ['en ligne', 'Visioconférence', 'lien à venir'],
  it: ['online', 'Videochiamata', 'link a seguire'],
};

export const phoneTexts: ByLanguage = {
  en: ['Phone', 'Phone: +44 20 5550 0142', '+1 212 555 0147', "I'll call you", 'Dial-in +44 20 5550 0199, PIN 4471#', 'call my cell'],
  de: ['Telefon', 'Tel. 030 5550 123', 'telefonisch', 'ich rufe an', '+49 89 5550 2210'],
  es: ['Teléfono', '+34 91 555 01 22', 'te llamo yo', 'Llamada'],
  fr: ['Téléphone', '+33 1 55 50 01 42', "je t'appelle"],
  it: ['Telefono', '+39 02 5550 142', 'ti chiamo io'],
};

/** A place and a link in one location text. */
export const placeWithLink: ByLanguage = {
  en: ['{place} / {link}', '{place}; {link}', '{place} or online: {link}', '{place} (dial in: {link})'],
  de: ['{place} / {link}', '{place}; {link}', '{place} oder online: {link}', '{place} + {link}'],
  es: ['{place} / {link}', '{place}; {link}', '{place} u online: {link}'],
  fr: ['{place} / {link}', '{place} ou en ligne : {link}'],
  it: ['{place} / {link}', '{place} oppure online: {link}'],
};

export const internalAdHocSubjects: ByLanguage = {
  en: [
    'Deal review',
    'Prep {account}',
    'Debrief {account}',
    'Quota planning',
    'Pricing approval',
    'Interview candidate',
    'Handover',
    'Brainstorm campaign',
    'CRM clean-up',
    'Travel expenses',
  ],
  de: [
    'Angebotsfreigabe',
    'Vorbereitung {account}',
    'Nachbesprechung {account}',
    'Planungsrunde',
    'Übergabe',
    'CRM aufräumen',
    'Bewerbungsgespräch',
    'Reisekosten',
  ],
  es: ['Preparación {account}', 'Revisión de ofertas', 'Traspaso', 'Planificación', 'Aprobación de precios'],
  fr: ['Préparation {account}', 'Revue des offres'],
  it: ['Preparazione {account}', 'Revisione offerte'],
};

/** Own appointments without attendees; some of them really are with a customer. */
export const blockerSubjects: ByLanguage = {
  en: [
    'Focus time',
    'Dinner w/ Dana',
    'Lunch',
    'Travel to {city}',
    'Write proposal {account}',
    'Gym',
    'Call back {first}',
    'Beer with {first}?',
    'Train 14:32',
  ],
  de: [
    'Fokuszeit',
    'Mittagspause',
    'Fahrt nach {city}',
    'Angebot {account} schreiben',
    'Essen m. {first}',
    'Zug 9:04',
    'Rückruf {first}',
    'Vorbereitung',
  ],
  es: ['Bloqueo', 'Comida', 'Viaje a {city}', 'Preparar oferta {account}', 'Cena c/ {first}', 'Llamar a {first}'],
  fr: ['Bloqué', 'Déplacement {city}'],
  it: ['Bloccato', 'Viaggio a {city}'],
};

export const privateSubjects: ByLanguage = {
  en: ['Dentist', 'School play', 'Notary appointment', 'Physio', 'Therapy session'],
  de: ['Zahnarzt', 'Elternabend', 'Notartermin', 'Physiotherapie', 'Bankgespräch'],
  es: ['Dentista', 'Tutoría del colegio', 'Notaría', 'Fisioterapia'],
  fr: ['Dentiste', 'Notaire'],
  it: ['Dentista', 'Notaio'],
};

export const allDaySubjects: ByLanguage = {
  en: ['Annual leave', 'Working from home', 'Bank holiday', 'Metrology Days', 'Birthday Ida'],
  de: ['Urlaub', 'Homeoffice', 'Feiertag', 'Messe Sensorik-Kongress', 'Geburtstag Ida'],
  es: ['Vacaciones', 'Teletrabajo', 'Festivo', 'Feria'],
  fr: ['Congés', 'Télétravail'],
  it: ['Ferie', 'Smart working'],
};
