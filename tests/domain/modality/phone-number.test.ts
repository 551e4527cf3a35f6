/** Which digits are a telephone number. */
import { describe, expect, it } from 'vitest';
import { phoneNumberIn } from '../../../api/domain/modality/phone-number.ts';

function found(text: string): string | undefined {
  const match = phoneNumberIn(text);
  return match && text.slice(match.start, match.end);
}

describe('a telephone number', () => {
  it.each([
    ['call +49 30 123456', '+49 30 123456'],
    ['+1 (555) 123-4567', '+1 (555) 123-4567'],
    ['0049301234567', '0049301234567'],
    ['030/1234567', '030/1234567'],
    ['(030) 123 45 67.', '(030) 123 45 67'],
    ['on 2026-11-23 at +33 1 23 45 67 89', '+33 1 23 45 67 89'],
    ['225740407', '225740407'],
  ])('stands in "%s"', (text, number) => {
    expect(found(text)).toBe(number);
  });

  it.each([
    '2026-11-23',
    '23.11.2026 10:30',
    '10:30',
    '1040 Wien',
    '12345',
    'Room 4, 2nd floor',
    '1234567',
    '1234567890123456',
    '123 45 67',
    '',
  ])('does not stand in "%s"', (text) => {
    expect(found(text)).toBeUndefined();
  });
});
