/** Streets, companies and verbs that are named like a service, places that are none, and numbers that are no houses. */
import { describe, expect, it } from 'vitest';
import { suggestModality } from '../../api/domain/modality.ts';

function modalityOf(locationText: string): string {
  return suggestModality({ locationText }).modality;
}

describe('a name of a service', () => {
  it.each([
    'Zoom',
    'Teams',
    'meet',
    'via Teams',
    'über Zoom',
    'on Zoom',
    'Zoom or Teams',
    'Teams / Zoom',
    'plataforma Zoom',
    'a través de Teams, se avisará',
    'audiencia por meet',
    'Zoom. The link follows',
    'Zoom: 123 456 789',
    'GoogleMeet',
    'Webex',
  ])('is the service in "%s"', (text) => {
    expect(modalityOf(text)).toBe('virtual');
  });

  it.each([
    'Zoom Ltd.',
    'Teams GmbH',
    'Teams, Inc.',
    'Zoom Rotterdam',
    'meet Dana',
    'Meet the team',
    'Zoom lens demo',
    'the Zoom lens demo',
    'review of the Teams rollout',
    'Teams building',
    'Signal Iduna AG',
    'Webex Communications, Inc.',
    'Online GmbH',
    'Virtual Assistant Inc.',
    'Google',
  ])('is a company or a word in "%s"', (text) => {
    expect(modalityOf(text)).toBe('unknown');
  });

  it.each([
    '12 Meet Street',
    'Meet Street 12',
    'Teams Avenue 3, Springfield',
    'Zoom Street',
    'Teams GmbH, Hauptstr. 5',
    'Restaurant Zoom',
    'Zoom HQ',
    'Webex HQ, Milpitas',
    'Via Roma 12',
    'Via Garibaldi',
    'Hotel Teams',
  ])('does not hide the place in "%s"', (text) => {
    expect(modalityOf(text)).toBe('in_person');
  });
});

describe('a room', () => {
  it.each(['virtual room', 'Virtual room 3', 'Zoom room', 'sala virtual', 'sala de Zoom', 'Join from a room device: zoom.us/j/1'])(
    'is no place in "%s"',
    (text) => {
      expect(modalityOf(text)).not.toBe('in_person');
    },
  );

  it.each([
    'Room 4.12',
    'Sala 706',
    'Raum Isar',
    'B-2.14',
    'C04120',
    'WEST C02.041',
    'EAST D03.010',
    'ABC 07K123',
    'segundo piso',
    'Tower B, Level 3',
  ])('is a place in "%s"', (text) => {
    expect(modalityOf(text)).toBe('in_person');
  });
});

describe('a number', () => {
  it.each([
    'Nyhavn 17',
    'Mirador 1999, piso 3',
    'San Telmo N° 40',
    'Cerro Alto 5240, Torre I piso 9',
    'Largo 3, 1000-100',
    'Lindenhof 2a',
    'Av. Central # 1000',
    'MIRADOR 383, PISO 24',
    'Mirador383, piso 24',
    'Marina 1.000',
  ])('is a house in "%s"', (text) => {
    expect(modalityOf(text)).toBe('in_person');
  });

  it.each([
    'Phase 2',
    'Week 12',
    'Q4 2026',
    'Agenda 2030',
    'Vision 2030',
    '10:30',
    'at 10:30',
    '23.11.2026',
    '2026-11-23',
    'COP 27',
    'Windows 11',
    'LH1234',
    'Project Apollo 13',
    'Monday 23',
    'Anexo 412',
    'ID 238 067 101',
    'No. 5',
  ])('is none in "%s"', (text) => {
    expect(modalityOf(text)).toBe('unknown');
  });
});

describe('an address', () => {
  it.each([
    ['Mirador 383, piso 24', 'Mirador 383', 0.9],
    ['Mirador 383', 'Mirador 383', 0.7],
    ['Rue du Bac', 'Rue du Bac', 0.7],
    ['12 rue du Bac', 'rue du Bac', 0.7],
    ['Hauptstraße 5', 'Hauptstraße 5', 0.9],
    ['Fő u. 5', 'Fő u. 5', 0.9],
  ])('in "%s" is "%s", sure to %d at least', (locationText, words, leastConfidence) => {
    const { confidence, reasons } = suggestModality({ locationText });
    expect(reasons).toEqual([{ code: 'address', words }]);
    expect(confidence).toBeGreaterThanOrEqual(leastConfidence);
    expect(confidence).toBeLessThan(leastConfidence + 0.1);
  });
});

describe('a word of a place', () => {
  it.each([
    'engineering',
    'Workshop',
    'catering',
    'monitoring',
    'Barbara',
    'standup',
    'Bar Association',
    'office hours',
    'TBD',
    'Berlin',
    'Dana Lee',
    'Place TBD',
  ])('does not stand in "%s"', (text) => {
    expect(modalityOf(text)).toBe('unknown');
  });

  it('says little in prose', () => {
    const prose = 'You will be received by Dana Lee, who was the head of the legal office of the ministry until last year';
    expect(modalityOf(prose)).toBe('unknown');
    expect(modalityOf(`${'We talk it over. '.repeat(4)}\nOffice`)).toBe('unknown');
    expect(modalityOf('We talk it over.\nOffice')).toBe('in_person');
  });
});

describe('a text in Base64', () => {
  it.each([
    ['virtual', 'Wm9vbSBjYWxs'],
    ['in_person', 'TWlyYWRvciAzODMsIHBpc28gMjQ='],
    ['in_person', 'Restaurantes Uno'],
  ])('is read as %s', (modality, text) => {
    expect(modalityOf(text)).toBe(modality);
  });
});
