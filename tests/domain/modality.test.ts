/** The rules of the suggestion: what it may conclude from what, with which reasons. Vocabulary by language is not tested here. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinProviders } from '../../api/domain/meeting-link.ts';
import { type ModalityFacts, suggestModality } from '../../api/domain/modality.ts';

const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19';

describe('a suggestion', () => {
  it.each<[string, string, ModalityFacts]>([
    ['unknown', 'nothing is known', {}],
    ['unknown', 'only a link is missing', { isOnlineMeeting: false }],
    ['unknown', 'the location names nothing we know', { locationText: 'Berlin', isOnlineMeeting: false }],
    ['unknown', 'a company is called Zoom', { locationText: 'Zoom Ltd.', isOnlineMeeting: false }],
    ['virtual', 'the location names a service and nothing else', { locationText: 'via Zoom' }],
    ['virtual', 'the location holds the start page of a service', { locationText: 'https://zoom.us' }],
    ['virtual', 'a link is promised', { locationText: 'Se enviará el enlace por correo' }],
    ['virtual', 'an invitation was pasted', { locationText: 'Besprechungs-ID: 238 067 101 003' }],
    ['virtual', 'an invitation names the room device', { locationText: 'Join on your computer, mobile app or room device' }],
    ['virtual', 'an office stands beside a word for online', { locationText: 'Büro, online' }],
    ['virtual', 'a subject names the screen', { subject: 'Video call with Dana' }],
    ['virtual', 'the location says online, and by which service', { locationText: 'Online via Teams' }],
    ['in_person', 'the location is an Italian street', { locationText: 'Via Garibaldi' }],
    ['unknown', 'the location is blank', { locationText: '  ', subject: 'Review' }],
    ['unknown', 'the calendar has a type of location that we do not know', { locationType: 'constructor' }],
    ['virtual', 'a link stands in the location', { locationText: 'https://acme.zoom.us/j/999' }],
    ['virtual', 'the location says that it is online', { locationText: 'Microsoft Teams Meeting' }],
    ['virtual', 'only the online-meeting field is set', { isOnlineMeeting: true }],
    ['virtual', 'only a join link is set', { joinUrl }],
    ['virtual', 'only a provider is set', { onlineProvider: 'teams' }],
    ['in_person', 'a restaurant stands in the location', { locationText: 'Trattoria Roma' }],
    ['in_person', 'a street stands in the location', { locationText: '12 Meet Street' }],
    ['in_person', 'the calendar says that the location is a hotel', { locationText: 'Adlon', locationType: 'hotel' }],
    ['in_person', 'a place stands beside a link', { locationText: 'Trattoria Roma', isOnlineMeeting: true, joinUrl }],
    ['in_person', 'an office stands before the words that Outlook adds', { locationText: 'Contoso HQ; Microsoft Teams Meeting' }],
    [
      'in_person',
      'a restaurant stands above a pasted invitation',
      { locationText: 'Trattoria Roma\nJoin Zoom Meeting\nhttps://zoom.us/j/1\nMeeting ID: 123 456 789' },
    ],
    ['virtual', 'a room is opened by a link', { locationText: 'Se crea la siguiente sala: https://zoom.us/j/1' }],
    ['unknown', 'the invitation comes by mail', { locationText: 'Via correo electrónico' }],
    ['in_person', 'a room of ours is booked', { isOwnRoom: true }],
    ['hybrid', 'a room of ours is booked, with a link', { isOwnRoom: true, joinUrl }],
    ['hybrid', 'a room of ours is booked, with a link in the location', { isOwnRoom: true, locationText: 'https://zoom.us/j/1' }],
    ['phone', 'a number stands in the location', { locationText: '+49 30 123456' }],
    ['phone', 'somebody wrote so, though the calendar added a link', { locationText: 'By phone', joinUrl }],
    ['phone', 'a number to dial into stands in the location', { locationText: 'Dial-in: +1 555 123 4567, PIN 1234#' }],
    ['phone', 'a subject says so', { subject: 'Phone call with Dana' }],
    ['unknown', 'a number is only a contact', { locationText: 'Contact: +49 30 123456' }],
    ['unknown', 'a number stands among many words', { locationText: 'Dana Lee will come to you, ask Sam +49 30 123456' }],
    ['in_person', 'a number stands beside an address', { locationText: 'Hauptstraße 5, Tel. 030 1234567' }],
    ['in_person', 'somebody wrote so', { locationText: 'vor Ort' }],
    ['in_person', 'somebody wrote so, though the calendar added a link', { locationText: 'In person', joinUrl }],
    ['in_person', 'a subject names a meal', { subject: 'Lunch with Dana' }],
    ['unknown', 'a subject names a habit of calendars', { subject: 'Lunch & Learn' }],
    ['hybrid', 'somebody wrote so', { locationText: 'Hybrid' }],
    ['hybrid', 'both are written', { locationText: 'vor Ort und online' }],
    ['unknown', 'a word is denied', { locationText: 'not online' }],
    ['virtual', 'a number stands beside a link', { locationText: 'zoom.us/j/1, +49 30 123456' }],
  ])('is %s when %s', (modality, _, facts) => {
    expect(suggestModality(facts).modality).toBe(modality);
  });

  it.each<[string, ModalityFacts]>([
    ['a place and a link', { locationText: 'Trattoria Roma https://zoom.us/j/1' }],
    ['a place and an online-meeting field', { locationText: 'Trattoria Roma', isOnlineMeeting: true }],
    ['a room of ours and a link', { isOwnRoom: true, isOnlineMeeting: true }],
    ['a street and a pasted invitation', { locationText: 'Hauptstraße 5\nJoin Microsoft Teams Meeting' }],
  ])('has low confidence, and both as reasons, with %s', (_, facts) => {
    const { confidence, reasons } = suggestModality(facts);
    expect(confidence).toBeLessThan(0.6);
    expect(reasons).toHaveLength(2);
  });

  it.each<[string, string, ModalityFacts]>([
    ['link_in_location', 'acme.zoom.us', { locationText: 'Join https://acme.zoom.us/j/999 please' }],
    ['online_meeting', '', { isOnlineMeeting: true }],
    ['invitation', 'Microsoft Teams Meeting', { locationText: 'Microsoft Teams Meeting' }],
    ['link_announced', 'enlace', { locationText: 'Se enviará enlace' }],
    ['online_word', 'Videokonferenz', { locationText: 'Videokonferenz' }],
    ['online_word', 'Onlne', { locationText: 'Onlne' }],
    ['room', 'Sala 706', { locationText: 'Sala 706' }],
    ['room', '3. Stock', { locationText: '3. Stock' }],
    ['room', '12K345', { locationText: '12K345' }],
    ['office', 'Büro', { locationText: 'Büro Dana' }],
    ['venue', 'Botschaft', { locationText: 'Botschaft' }],
    ['address', 'Rue de la Loi 155', { locationText: 'Rue de la Loi 155' }],
    ['phone_word', 'par téléphone', { locationText: 'par téléphone' }],
    ['phone_number', '+49 30 123456', { locationText: 'Dana: +49 30 123456' }],
    ['dial_in', 'Dial-in', { locationText: 'Dial-in: +1 555 123 4567' }],
    ['in_person_word', 'in presenza', { locationText: 'in presenza' }],
    ['hybrid_word', 'hybride', { locationText: 'Réunion hybride' }],
    ['online_in_subject', 'Videocall', { subject: 'Videocall with Dana' }],
    ['phone_in_subject', 'Phone call', { subject: 'Phone call with Dana' }],
    ['meal_in_subject', 'Lunch', { subject: 'Lunch with Dana' }],

    ['restaurant', 'Trattoria', { locationText: 'Trattoria Roma' }],
    ['restaurant', 'Da Enzo', { locationText: ' Da Enzo ', locationType: 'restaurant' }],
    ['own_room', '', { isOwnRoom: true }],
  ])('says %s, with the words "%s"', (code, words, facts) => {
    expect(suggestModality(facts).reasons).toEqual([{ code, words }]);
  });
});

describe('evidence after the fact', () => {
  const withLink: ModalityFacts = { joinUrl };
  const withPlaceAndLink: ModalityFacts = { joinUrl, locationText: 'Trattoria Roma' };
  const nobody = { ours: 0, contacts: 0 };

  it.each<[string, string, ModalityFacts]>([
    ['virtual', 'the customer joined, wherever the place', { ...withPlaceAndLink, attendance: { ours: 1, contacts: 2 } }],
    ['virtual', 'the customer joined and a room of ours was booked', { isOwnRoom: true, joinUrl, attendance: { ours: 0, contacts: 1 } }],
    ['in_person', 'nobody joined a link beside a place', { ...withPlaceAndLink, attendance: nobody }],
    ['in_person', 'nobody joined the link', { ...withLink, attendance: nobody }],
    ['virtual', 'only ours joined, which says nothing of the customer', { ...withLink, attendance: { ours: 1, contacts: 0 } }],
    ['phone', 'nobody joined what is a phone call', { locationText: 'by phone', attendance: nobody }],
    ['unknown', 'nobody joined what has no link', { attendance: nobody }],
  ])('makes it %s when %s', (modality, _, facts) => {
    expect(suggestModality(facts).modality).toBe(modality);
  });

  it('makes a place surer when nobody joined, and a missing customer never sure', () => {
    expect(suggestModality({ ...withPlaceAndLink, attendance: nobody }).confidence).toBeGreaterThan(
      suggestModality(withPlaceAndLink).confidence,
    );
    expect(suggestModality({ ...withLink, attendance: nobody }).confidence).toBeLessThan(0.6);
  });
});

describe('attendance of which only the customers’ side is known', () => {
  const noContact = { contacts: 0 };

  it('makes a place surer when none of them joined', () => {
    const facts: ModalityFacts = { joinUrl, locationText: 'Trattoria Roma' };
    const after = suggestModality({ ...facts, attendance: noContact });
    expect(after.confidence).toBeGreaterThan(suggestModality(facts).confidence);
    expect(after.reasons.at(-1)).toEqual({ code: 'nobody_joined', words: '' });
  });

  it('says nothing of a link alone or of a room: one of ours may have waited there', () => {
    for (const facts of [{ joinUrl }, { isOwnRoom: true, joinUrl }]) {
      expect(suggestModality({ ...facts, attendance: noContact })).toEqual(suggestModality(facts));
    }
  });
});

describe('the customer’s name in the location', () => {
  const contactDomains = ['contral-robotics.co.uk', 'fabrikam.com'];
  const of = (facts: ModalityFacts) => suggestModality({ contactDomains, ...facts });

  it.each([
    ['Contral Robotics', 'Contral Robotics'],
    ['ContralRobotics', 'ContralRobotics'],
    ['at Fabrikam, Leipzig', 'Fabrikam'],
    ['FABRIKAM', 'FABRIKAM'],
  ])('"%s" is their place', (locationText, words) => {
    expect(of({ locationText })).toEqual({ modality: 'in_person', confidence: 0.75, reasons: [{ code: 'customer_named', words }] });
  });

  it.each([
    ['another company', { locationText: 'Contoso' }],
    ['half of the name', { locationText: 'Contral' }],
    ['an address of theirs', { locationText: 'dana@fabrikam.com' }],
    ['their site', { locationText: 'see fabrikam.com' }],
    ['a name of three letters', { locationText: 'IBM', contactDomains: ['ibm.com'] }],
    ['a name with words that mean nothing of it', { locationText: 'Fabrikam', contactDomains: [] }],
    [
      'one of many customers',
      { locationText: 'Fabrikam', contactDomains: [...'abcde'].map((letter) => `${letter}bcd.com`).concat('fabrikam.com') },
    ],
  ] satisfies [string, ModalityFacts][])('%s says nothing', (_, facts) => {
    expect(of(facts).modality).toBe('unknown');
  });

  it.each([
    ['virtual', { locationText: 'Fabrikam, Zoom' }],
    ['virtual', { locationText: 'Fabrikam https://zoom.us/j/1' }],
    ['virtual', { locationText: 'Zoom', contactDomains: ['zoom.us'] }],
    ['phone', { locationText: 'Fabrikam +49 30 123456' }],
  ] satisfies [string, ModalityFacts][])('yields to what makes it %s: %j', (modality, facts) => {
    const named = of(facts);
    expect(named.modality).toBe(modality);
    expect(named).toEqual(suggestModality({ ...facts, contactDomains: undefined }));
  });

  it('beside a link of the calendar is ambiguous, and in a room of ours nothing', () => {
    expect(of({ locationText: 'Fabrikam', isOnlineMeeting: true })).toMatchObject({ modality: 'in_person', confidence: 0.55 });
    expect(of({ locationText: 'Fabrikam', isOwnRoom: true }).reasons).toEqual([{ code: 'own_room', words: '' }]);
  });
});

it.each<[string, ModalityFacts]>([
  ['a visit', { locationText: 'Trattoria Roma' }],
  ['a call', { locationText: 'https://zoom.us/j/1' }],
  ['a room of ours', { isOwnRoom: true }],
])('%s that every customer has declined is unknown, unless one joined after all', (_, facts) => {
  expect(suggestModality({ ...facts, isDeclinedByAll: true })).toEqual({ modality: 'unknown', confidence: 0, reasons: [] });
  expect(suggestModality({ ...facts, isDeclinedByAll: true, attendance: { contacts: 1 } }).modality).toBe('virtual');
});

describe('at lunchtime', () => {
  const lunch: ModalityFacts = { startHourLocal: 12, durationMinutes: 60 };
  const breakfast: ModalityFacts = { startHourLocal: 8, durationMinutes: 60 };

  it('a restaurant outweighs a link that the calendar added', () => {
    const facts: ModalityFacts = { locationText: 'Trattoria Roma', isOnlineMeeting: true };
    expect(suggestModality({ ...facts, ...lunch })).toEqual({
      modality: 'in_person',
      confidence: 0.7,
      reasons: [
        { code: 'restaurant', words: 'Trattoria' },
        { code: 'over_lunch', words: '' },
        { code: 'place_and_link', words: '' },
      ],
    });
    expect(suggestModality({ ...facts, ...breakfast }).confidence).toBe(0.55);
    expect(suggestModality({ ...facts, ...lunch, locationText: 'Hauptstraße 5' }).confidence).toBe(0.55);
  });

  it('a meal in the subject outweighs it too, with low confidence and both as reasons', () => {
    const facts: ModalityFacts = { subject: 'Lunch with Dana', isOnlineMeeting: true };
    expect(suggestModality({ ...facts, ...lunch })).toMatchObject({ modality: 'in_person', confidence: 0.55 });
    expect(suggestModality({ ...facts, ...lunch }).reasons.map(({ code }) => code)).toEqual([
      'meal_in_subject',
      'over_lunch',
      'online_meeting',
    ]);
    expect(suggestModality({ ...facts, ...breakfast }).modality).toBe('virtual');
  });

  it.each<[string, ModalityFacts]>([
    ['a link that somebody wrote', { subject: 'Lunch with Dana', locationText: 'https://zoom.us/j/1' }],
    ['"Lunch and learn"', { subject: 'Lunch and learn', isOnlineMeeting: true }],
    ['no word of a meal', { subject: 'Review', isOnlineMeeting: true }],
  ])('%s stays virtual', (_, facts) => {
    expect(suggestModality({ ...facts, ...lunch }).modality).toBe('virtual');
  });

  it('nothing is suggested from the hour alone', () => {
    expect(suggestModality({ subject: 'Review', ...lunch }).modality).toBe('unknown');
  });
});

describe('a habit', () => {
  const doubtful: ModalityFacts = { locationText: 'Trattoria Roma', joinUrl };
  const confidence = (history: ModalityFacts['history']): number => suggestModality({ ...doubtful, history }).confidence;

  it('of meeting in person makes a doubtful visit surer, one of calling less sure', () => {
    expect(confidence({ near: 9, remote: 1 })).toBeGreaterThan(confidence(undefined));
    expect(confidence({ near: 1, remote: 9 })).toBeLessThan(confidence(undefined));
    expect(suggestModality({ ...doubtful, history: { near: 4, remote: 0 } }).reasons.at(-1)).toEqual({ code: 'mostly_near', words: '' });
  });

  it.each<[string, ModalityFacts['history']]>([
    ['few meetings', { near: 3, remote: 0 }],
    ['a mix', { near: 5, remote: 5 }],
    ['no meeting', { near: 0, remote: 0 }],
  ])('is none with %s', (_, history) => {
    expect(confidence(history)).toBe(confidence(undefined));
  });

  it('never makes a suggestion, and never changes a sure one', () => {
    expect(suggestModality({ history: { near: 9, remote: 0 } }).modality).toBe('unknown');
    const sure: ModalityFacts = { locationText: 'Trattoria Roma' };
    expect(suggestModality({ ...sure, history: { near: 0, remote: 9 } })).toEqual(suggestModality(sure));
  });
});

describe('a meal in the subject', () => {
  const confidence = (facts: ModalityFacts): number => suggestModality({ subject: 'Lunch with Dana', ...facts }).confidence;

  it.each<[string, ModalityFacts]>([
    ['at noon', { startHourLocal: 11, durationMinutes: 45 }],
    ['at two', { startHourLocal: 14, durationMinutes: 90 }],
  ])('is surer %s', (_, facts) => {
    expect(confidence(facts)).toBeGreaterThan(confidence({}));
  });

  it.each<[string, ModalityFacts]>([
    ['before eleven', { startHourLocal: 10, durationMinutes: 60 }],
    ['from three on', { startHourLocal: 15, durationMinutes: 60 }],
    ['when it is short', { startHourLocal: 12, durationMinutes: 44 }],
    ['when its length is unknown', { startHourLocal: 12 }],
  ])('is no surer %s', (_, facts) => {
    expect(confidence(facts)).toBe(confidence({}));
  });

  it('yields to what the location says', () => {
    expect(suggestModality({ subject: 'Lunch with Dana', locationText: 'Zoom' }).modality).toBe('virtual');
  });
});

describe('for any facts', () => {
  const locations = ['', 'Berlin', 'Trattoria Roma', 'https://zoom.us/j/1', '+49 30 123456', 'Microsoft Teams', 'Zoom Ltd.', 'Office'];
  const anyFacts = fc.record(
    {
      locationText: fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...locations), { maxLength: 3 }).map((texts) => texts.join(' ')),
      ),
      subject: fc.string(),
      isOnlineMeeting: fc.boolean(),
      onlineProvider: fc.constantFrom(...joinProviders),
      joinUrl: fc.constant(joinUrl),
      locationType: fc.constantFrom('default', 'restaurant', 'hotel', 'constructor'),
      isOwnRoom: fc.boolean(),
      startHourLocal: fc.nat(23),
      durationMinutes: fc.nat(600),
      attendance: fc.record({ ours: fc.option(fc.nat(3), { nil: undefined }), contacts: fc.nat(3) }),
      contactDomains: fc.array(fc.constantFrom('berlin.de', 'trattoria-roma.it', 'zoom.us', '')),
      isDeclinedByAll: fc.boolean(),
      history: fc.record({ near: fc.nat(9), remote: fc.nat(9) }),
    },
    { requiredKeys: [] },
  );

  it('an answer has a reason and some confidence, unknown has neither', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { modality, confidence, reasons } = suggestModality(facts);
        expect(confidence > 0).toBe(modality !== 'unknown');
        expect(confidence).toBeLessThanOrEqual(1);
        expect(reasons.length > 0).toBe(modality !== 'unknown');
      }),
    );
  });

  it('without a place or a room, none is in person', () => {
    const placeless = anyFacts.map(
      ({ isOnlineMeeting, onlineProvider, joinUrl: url, startHourLocal, durationMinutes, history, contactDomains }) => ({
        isOnlineMeeting,
        onlineProvider,
        joinUrl: url,
        startHourLocal,
        durationMinutes,
        history,
        contactDomains,
      }),
    );
    fc.assert(
      fc.property(placeless, (facts) => {
        expect(['virtual', 'unknown']).toContain(suggestModality(facts).modality);
      }),
    );
  });

  it('an online-meeting field never makes in person surer before the fact', () => {
    fc.assert(
      fc.property(anyFacts, ({ attendance: _, ...facts }) => {
        const near = (some: ModalityFacts): number => {
          const { modality, confidence } = suggestModality(some);
          return modality === 'in_person' ? confidence : 0;
        };
        expect(near({ ...facts, isOnlineMeeting: true })).toBeLessThanOrEqual(near({ ...facts, isOnlineMeeting: false }));
      }),
    );
  });
});

describe('long texts', () => {
  const shortCharacters = 2_000;
  const longCharacters = 20_000;
  const hugeCharacters = 2_000_000;
  /** Linear work grows tenfold from short to long, quadratic work a hundredfold. */
  const mostGrowth = 40;
  /** Below it the clock says nothing. */
  const leastMs = 0.25;

  function durationMs(text: string): number {
    const runs = Array.from({ length: 5 }, () => {
      const startedMs = performance.now();
      suggestModality({ locationText: text });
      return performance.now() - startedMs;
    });
    return Math.max(leastMs, Math.min(...runs));
  }

  it.each([
    'a',
    'Z1',
    '1.000.',
    'zoom ',
    'rue ',
    'de la ',
    'Piso 3 ',
    'virtal ',
    'Calle A ',
    '__',
    '%3A',
    'a.',
    'a-',
    '1',
    '1 ',
    '+1 (',
    'a@',
    'https://',
    'a:',
    'zoom.us.',
    'zoom.us:',
    'via ',
    'ring ',
    '1 a a ',
    'é',
  ])('of "%s" over and over cost linear time', (piece) => {
    const textOf = (characters: number): string => piece.repeat(Math.ceil(characters / piece.length));
    const shortMs = durationMs(textOf(shortCharacters));
    expect(durationMs(textOf(longCharacters)) / shortMs).toBeLessThan(mostGrowth);
    expect(durationMs(textOf(hugeCharacters)) / shortMs).toBeLessThan(mostGrowth);
  });

  it('of 500 characters cost at most a few times what plain words do', () => {
    const characters = 500;
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('1 ', 'A 1, ', 'virtal ', 'Calle de la ', '+1 (', 'zoom ', 'x.com/', '1.000.', '%3A', 'é', '\n'),
    );
    const text = fc
      .array(piece, { minLength: 100, maxLength: 300 })
      .map((pieces) => pieces.join('').padEnd(characters, 'a ').slice(0, characters));
    const plainMs = durationMs('We meet there and talk about it. '.repeat(characters).slice(0, characters));
    fc.assert(
      fc.property(text, (any) => {
        expect(durationMs(any) / plainMs).toBeLessThan(8);
      }),
    );
  });
});
