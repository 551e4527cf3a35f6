/** What counts as having met, and how the meetings of one day merge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay } from '../../api/domain/calendar-day.ts';
import { unitePresence } from '../../api/domain/presence.ts';
import { modalities } from '../../api/domain/tag-vocabulary.ts';
import { type HeldMeeting, touchpointsOf } from '../../api/domain/touchpoint.ts';

const monday = calendarDay('2026-11-23');
const sunday = calendarDay('2026-11-22');

describe('touchpoints', () => {
  it.each([
    ['in_person', true],
    ['hybrid', true],
    ['virtual', false],
    ['phone', false],
  ] as const)('%s is near: %s', (modality, isNear) => {
    const [touchpoint] = touchpointsOf([{ heldOn: monday, modality, presentContactIds: ['dana'] }]);
    expect(touchpoint).toEqual({ on: monday, isNear, contactIds: ['dana'] });
  });

  it('need a contact who was present', () => {
    expect(touchpointsOf([{ heldOn: monday, modality: 'in_person', presentContactIds: [] }])).toEqual([]);
  });

  it('are one per day and class, with everyone who was in any of them', () => {
    const meetings: HeldMeeting[] = [
      { heldOn: monday, modality: 'in_person', presentContactIds: ['dana', 'eve'] },
      { heldOn: monday, modality: 'hybrid', presentContactIds: ['eve', 'sam'] },
      { heldOn: monday, modality: 'hybrid', presentContactIds: [] },
      { heldOn: monday, modality: 'virtual', presentContactIds: ['dana'] },
      { heldOn: monday, modality: 'phone', presentContactIds: ['dana'] },
    ];
    expect(touchpointsOf(meetings)).toEqual([
      { on: monday, isNear: true, contactIds: ['dana', 'eve', 'sam'] },
      { on: monday, isNear: false, contactIds: ['dana'] },
    ]);
  });

  it('stand newest first', () => {
    const meetings: HeldMeeting[] = [
      { heldOn: sunday, modality: 'in_person', presentContactIds: ['dana'] },
      { heldOn: monday, modality: 'phone', presentContactIds: ['dana'] },
    ];
    expect(touchpointsOf(meetings).map(({ on }) => on)).toEqual([monday, sunday]);
  });
});

describe('for any meetings', () => {
  const meetings = fc.array(
    fc.record({
      heldOn: fc.integer({ min: 0, max: 3 }).map((days) => addDays(monday, -days)),
      modality: fc.constantFrom(...modalities),
      presentContactIds: fc.subarray(['dana', 'eve', 'sam']),
    }),
    { maxLength: 8 },
  );
  const keyOf = ({ on, isNear }: { readonly on: string; readonly isNear: boolean }): string => `${on} ${String(isNear)}`;
  const asSets = (some: readonly HeldMeeting[]): unknown =>
    touchpointsOf(some).map(({ contactIds, ...rest }) => ({ ...rest, contactIds: [...contactIds].sort() }));

  it('there is at most one touchpoint per day and class', () => {
    fc.assert(
      fc.property(meetings, (some) => {
        const keys = touchpointsOf(some).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("a colleague's meeting of the same day and class adds no touchpoint", () => {
    fc.assert(
      fc.property(meetings, fc.subarray(['dana', 'max']), (some, presentContactIds) => {
        const copies = some.filter((meeting) => meeting.presentContactIds.length > 0).map((meeting) => ({ ...meeting, presentContactIds }));
        expect(touchpointsOf([...some, ...copies]).map(keyOf)).toEqual(touchpointsOf(some).map(keyOf));
      }),
    );
  });

  it("colleagues' answers about one meeting, united, add people and never a touchpoint", () => {
    const contacts = fc.subarray(['dana', 'eve', 'sam', 'max']);
    const others = fc.array(
      fc.record({ modality: fc.constantFrom(...modalities), presentContactIds: contacts, absentContactIds: contacts }),
      {
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(meetings, others, (some, claims) => {
        const held = some.filter((meeting) => meeting.presentContactIds.length > 0);
        const united = held.map((meeting) => ({
          ...meeting,
          presentContactIds: unitePresence({ ...meeting, absentContactIds: [] }, claims).contactIds,
        }));
        expect(touchpointsOf(united).map(keyOf)).toEqual(touchpointsOf(held).map(keyOf));
        for (const [index, { contactIds }] of touchpointsOf(held).entries()) {
          expect(touchpointsOf(united)[index]?.contactIds).toEqual(expect.arrayContaining([...contactIds]));
        }
      }),
    );
  });

  it('ten thousand people in one meeting are one touchpoint', () => {
    const presentContactIds = Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`);
    const held: HeldMeeting = { heldOn: monday, modality: 'in_person', presentContactIds };
    expect(touchpointsOf([held, held]).map(({ contactIds }) => contactIds.length)).toEqual([10_000]);
  });

  it('their order changes nothing', () => {
    fc.assert(
      fc.property(meetings, (some) => {
        expect(asSets(some.toReversed())).toEqual(asSets(some));
      }),
    );
  });
});
