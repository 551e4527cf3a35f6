/** The appointment that "Plan it" fills in. */
import { describe, expect, it } from 'vitest';
import { en } from '../../api/contract/text/en.ts';
import { createText } from '../../addin/ui/text-format.ts';
import { usualVisitDay, visitDraft } from '../../addin/ui/visit-draft.ts';

const text = createText('en', en);
const idea = { accountName: 'Contoso', on: '2026-12-01', place: undefined, attendees: ['dana@contoso.example'] } as const;
const localTime = (instant: string) => {
  const at = new Date(instant);
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
};

describe('the appointment', () => {
  it.each([
    ['meal', 'Lunch with Contoso', 'Restaurant nearby', '2026-12-1 12:30', 90],
    ['coffee', 'Coffee with Contoso', 'Café nearby', '2026-12-1 15:00', 45],
    ['entertainment', 'Evening with Contoso', '', '2026-12-1 19:00', 150],
    ['client_office', 'Visit: Contoso', 'At their office', '2026-12-1 10:00', 60],
    [undefined, 'Visit: Contoso', '', '2026-12-1 10:00', 60],
  ] as const)('at the place %s has its usual hour on the day of the device', (place, subject, locationText, start, minutes) => {
    const draft = visitDraft({ ...idea, place }, text);
    expect(draft).toMatchObject({ subject, locationText, attendees: idea.attendees });
    expect(localTime(draft.startsAt)).toBe(start);
    expect(Date.parse(draft.endsAt) - Date.parse(draft.startsAt)).toBe(minutes * 60_000);
  });
});

describe('the day that is proposed', () => {
  it.each([
    ['2026-11-23', '2026-11-30'],
    ['2026-11-27', '2026-12-04'],
    ['2026-11-28', '2026-12-07'],
    ['2026-11-29', '2026-12-07'],
    ['2026-12-28', '2027-01-04'],
  ])('of %s is %s: a week ahead, never on a weekend', (todayOn, on) => {
    expect(usualVisitDay(todayOn)).toBe(on);
  });
});
