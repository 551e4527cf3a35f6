/** One key per meeting, whichever mailbox or client it was read from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masterUid, meetingKey } from '../../api/domain/meeting-key.ts';

const prefix = '040000008200E00074C5B7101A82E008';
const rest = '00D0C8A1B2C3D4010000000000000000100000004F3A2B1C0D9E8F70615243342516070';
const master = `${prefix}00000000${rest}`;
const instance = `${prefix}07EA0504${rest}`;

/** A foreign UID as Outlook wraps it. */
function wrapped(uid: string): string {
  const text = [...uid].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return `${prefix}${'0'.repeat(32)}${'0'.repeat(8)}7643616C2D55696401000000${text}00`.toUpperCase();
}

describe('the UID of a series', () => {
  it.each([
    ['of an occurrence is the one of its master', instance, master],
    ['of a master is itself', master, master],
    ['is written in upper case', instance.toLowerCase(), master],
    ['has no blanks around it', ` ${instance}\r\n`, master],
    ['from elsewhere is unwrapped', wrapped('7kukuqrfedlm2f9t@google.com'), '7kukuqrfedlm2f9t@google.com'],
    ['from elsewhere is unwrapped in lower case too', wrapped('abc-DEF@example.com').toLowerCase(), 'abc-DEF@example.com'],
    ['that was wrapped twice is unwrapped twice', wrapped(wrapped('abc@example.com')), 'abc@example.com'],
    ['of Outlook that was wrapped is the one of its master', wrapped(instance), master],
    ['of another calendar keeps its case', 'AbC-def@example.com', 'AbC-def@example.com'],
    ['that only begins like one of Outlook stays', `${prefix}-not-hex`, `${prefix}-not-hex`],
  ])('%s', (_, uid, expected) => {
    expect(masterUid(uid)).toBe(expected);
  });

  it.each(['', '  '])('is never taken from an empty wrapping: "%s"', (nothing) => {
    expect(masterUid(wrapped(nothing))).toBe(wrapped(nothing));
  });

  it('may be longer than a call has room for arguments', () => {
    const long = 'a'.repeat(300_000);
    expect(masterUid(wrapped(long))).toBe(long);
  });

  it('does not change when asked again, for any UID', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), maxLength: 80 });
    const uids = fc.oneof(
      fc.string(),
      hex.map((tail) => prefix + tail),
      fc.string({ unit: 'grapheme-ascii' }).map(wrapped),
    );
    fc.assert(
      fc.property(uids, (uid) => {
        const once = masterUid(uid);
        expect(masterUid(once)).toBe(once);
      }),
    );
  });
});

describe('the key of a meeting', () => {
  const originalStartsAt = new Date('2026-05-04T10:30:00Z');

  it('is the UID and the original start of an occurrence, in UTC', () => {
    expect(meetingKey({ iCalUId: instance, originalStartsAt })).toBe(`${master}|2026-05-04T10:30:00.000Z`);
  });

  it('is the same from the series and from its occurrence', () => {
    expect(meetingKey({ iCalUId: instance, originalStartsAt })).toBe(meetingKey({ iCalUId: master, originalStartsAt }));
  });

  it('tells two occurrences apart', () => {
    const other = meetingKey({ iCalUId: master, originalStartsAt: new Date('2026-05-11T10:30:00Z') });
    expect(other).not.toBe(meetingKey({ iCalUId: master, originalStartsAt }));
  });

  it('of a single meeting knows no start, since it may move', () => {
    expect(meetingKey({ iCalUId: 'abc@example.com' })).toBe('abc@example.com|single');
  });
});
