/** The words that people use for each modality, language by language. The sentences are made up for these tests. */
import { describe, expect, it } from 'vitest';
import { suggestModality } from '../../api/domain/modality.ts';

const spoken: readonly (readonly [language: string, virtual: readonly string[], near: readonly string[], phone: readonly string[]])[] = [
  [
    'English',
    ['Online', 'Video call', 'VTC', 'Virtual meeting', 'remote', 'Webinar'],
    ['2nd floor', 'Meeting room Blue', 'client office', 'Lunch at Joe’s', '350 5th Ave, New York'],
    ['by phone'],
  ],
  [
    'German',
    ['Videokonferenz', 'Online-Besprechung', 'virtuell', 'Telearbeit'],
    ['Besprechungsraum 3', 'Hauptstr. 5, 10115 Berlin', '3. OG', 'beim Kunden', 'Gasthaus Krone'],
    ['telefonisch', 'Telefontermin'],
  ],
  [
    'French',
    ['en visioconférence', 'Visio', 'à distance', 'Réunion Microsoft Teams'],
    ['12 rue du Bac', 'Salle 4', 'chez le client', 'Brasserie du Parc', 'Siège social'],
    ['par téléphone', 'RDV téléphonique'],
  ],
  [
    'Spanish',
    ['videollamada', 'en línea', 'vía telemática', 'Se enviará el enlace'],
    ['Calle Mayor 3', 'piso 4, oficina 402', 'Sala de reuniones', 'Despacho', 'Mesón Ana'],
    ['por teléfono'],
  ],
  [
    'Italian',
    ['videoconferenza', 'da remoto', 'videochiamata'],
    ['Via Garibaldi 4', 'Piazza Dante', 'Ristorante Sole', 'Ufficio Milano', 'in presenza'],
    ['telefonata'],
  ],
  [
    'Portuguese',
    ['videoconferência', 'reunião por Zoom', 'videochamada'],
    ['Av. Central 1578', 'Rua Augusta 20', 'escritório', 'Sala de reuniões'],
    ['por telefone'],
  ],
  [
    'Dutch',
    ['videovergadering', 'via Teams', 'digitaal', 'op afstand'],
    ['Keizersgracht 100', 'op kantoor', 'Dorpsstraat 1', 'bij de klant'],
    ['per telefoon', 'telefonisch'],
  ],
  [
    'Polish',
    ['spotkanie online', 'wideokonferencja', 'zdalnie'],
    ['ul. Polna 10', 'sala konferencyjna 2', 'biuro', 'restauracja Pod Lipą'],
    ['telefonicznie'],
  ],
  ['Swedish', ['videomöte', 'på distans', 'digitalt möte'], ['Kungsgatan 12', 'restaurang Ekan', 'kontoret', 'våning 3'], ['telefonmöte']],
  ['Danish', ['videomøde', 'onlinemøde', 'virtuelt'], ['Vesterbrogade 3', 'mødelokale 2', 'hos kunden', 'kontoret'], ['telefonmøde']],
  ['Norwegian', ['videomøte', 'digitalt'], ['Storgata 5', 'møterom 4', 'kontoret'], ['telefonsamtale']],
  [
    'Finnish',
    ['etäkokous', 'etäyhteys', 'Teams-kokous'],
    ['Mannerheimintie 5', 'kokoushuone Aalto', 'ravintola Kolme', 'toimisto'],
    ['puhelimitse'],
  ],
  [
    'Czech',
    ['videokonference', 'na dálku', 'videohovor'],
    ['Dlouhá ulice 5', 'zasedací místnost', '3. patro', 'u zákazníka'],
    ['telefonicky'],
  ],
  ['Hungarian', ['videokonferencia', 'távolról', 'videóhívás'], ['Fő utca 5', 'tárgyaló', '2. emelet', 'étterem'], ['telefonon']],
  ['Romanian', ['videoconferință', 'apel video', 'la distanță'], ['Str. Lungă 12', 'sala de ședințe', 'etaj 3', 'birou'], ['telefonic']],
  ['Greek', ['Τηλεδιάσκεψη', 'διαδικτυακά', 'μέσω Zoom'], ['Οδός Ερμού 12', 'γραφείο', 'αίθουσα 3', 'εστιατόριο'], ['τηλεφωνικά']],
  ['Bulgarian', ['онлайн', 'видеоконференция'], ['офис', 'ресторант Липа'], ['по телефона']],
];

describe.each(spoken)('in %s', (_, virtual, near, phone) => {
  it.each(virtual)('"%s" is virtual', (text) => {
    expect(suggestModality({ locationText: text }).modality).toBe('virtual');
  });

  it.each(near)('"%s" is in person', (text) => {
    expect(suggestModality({ locationText: text }).modality).toBe('in_person');
  });

  it.each(phone)('"%s" is by phone', (text) => {
    expect(suggestModality({ locationText: text }).modality).toBe('phone');
  });
});

describe('a slip of the pen', () => {
  it.each(['Onlne', 'Oline', 'Virtal', 'On.-line', 'Vidoeconference', 'videokonferrenz', 'visioconfrence', 'videollamda', 'Teems', 'Zomm'])(
    'in "%s" is forgiven',
    (text) => {
      expect(suggestModality({ locationText: text }).modality).toBe('virtual');
    },
  );

  it.each(['Berlin', 'rebotó', 'Ordine del giorno', 'Temas tratados: presupuesto', 'Meeting', 'Vital', 'Team lunch planning deck'])(
    'is not seen in "%s"',
    (text) => {
      expect(suggestModality({ locationText: text }).modality).not.toBe('virtual');
    },
  );
});
