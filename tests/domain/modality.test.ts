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
    ['unknown', 'the location names the service alone', { locationText: 'via Zoom' }],
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
    ['in_person', 'a room of ours is booked', { isOwnRoom: true }],
    ['hybrid', 'a room of ours is booked, with a link', { isOwnRoom: true, joinUrl }],
    ['hybrid', 'a room of ours is booked, with a link in the location', { isOwnRoom: true, locationText: 'https://zoom.us/j/1' }],
    ['phone', 'a number stands in the location', { locationText: '+49 30 123456' }],
    ['virtual', 'a number stands beside a link', { locationText: 'zoom.us/j/1, +49 30 123456' }],
  ])('is %s when %s', (modality, _, facts) => {
    expect(suggestModality(facts).modality).toBe(modality);
  });

  it.each<[string, ModalityFacts]>([
    ['a place and a link', { locationText: 'Trattoria Roma https://zoom.us/j/1' }],
    ['a place and an online-meeting field', { locationText: 'Trattoria Roma', isOnlineMeeting: true }],
    ['a room of ours and a link', { isOwnRoom: true, isOnlineMeeting: true }],
  ])('has low confidence, and both as reasons, with %s', (_, facts) => {
    const { confidence, reasons } = suggestModality(facts);
    expect(confidence).toBeLessThan(0.6);
    expect(reasons).toHaveLength(2);
  });

  it.each<[string, string, ModalityFacts]>([
    ['link_in_location', 'acme.zoom.us', { locationText: 'Join https://acme.zoom.us/j/999 please' }],
    ['online_meeting', '', { isOnlineMeeting: true }],
    ['online_word', 'Microsoft Teams Meeting', { locationText: 'Microsoft Teams Meeting' }],
    ['restaurant', 'Trattoria', { locationText: 'Trattoria Roma' }],
    ['restaurant', 'Da Enzo', { locationText: ' Da Enzo ', locationType: 'restaurant' }],
    ['own_room', '', { isOwnRoom: true }],
  ])('says %s, with the words "%s"', (code, words, facts) => {
    expect(suggestModality(facts).reasons).toEqual([{ code, words }]);
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
    const placeless = anyFacts.map(({ isOwnRoom: _room, locationText: _text, locationType: _type, ...facts }) => facts);
    fc.assert(
      fc.property(placeless, (facts) => {
        expect(['virtual', 'unknown']).toContain(suggestModality(facts).modality);
      }),
    );
  });

  it('an online-meeting field never makes in person surer', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
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

  it.each(['a', 'a.', 'a-', '1', '1 ', '+1 (', 'a@', 'https://', 'a:', 'zoom.us.', 'zoom.us:', 'via ', 'ring ', '1 a a ', 'é'])(
    'of "%s" over and over cost linear time',
    (piece) => {
      const textOf = (characters: number): string => piece.repeat(Math.ceil(characters / piece.length));
      const shortMs = durationMs(textOf(shortCharacters));
      expect(durationMs(textOf(longCharacters)) / shortMs).toBeLessThan(mostGrowth);
      expect(durationMs(textOf(hugeCharacters)) / shortMs).toBeLessThan(mostGrowth);
    },
  );
});
