/** Which texts hold a join link: real hosts only, never look-alikes, streets or companies. */
import { describe, expect, it } from 'vitest';
import { meetingLinkIn, withoutLinks } from '../../api/domain/meeting-link.ts';

describe('a join link', () => {
  it.each([
    ['teams', 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc'],
    ['teams', 'https://teams.live.com/meet/9312345678'],
    ['teams', 'https://teams.cloud.microsoft/meet/2312345'],
    ['zoom', 'https://acme.zoom.us/j/99912345678?pwd=abc'],
    ['zoom', 'acme.zoom.us/j/99912345678'],
    ['zoom', 'HTTPS://ZOOM.US/J/999'],
    ['zoom', 'Join: <https://us02web.zoom.us/j/999>'],
    ['zoom', 'Join (zoom.us/j/999), please.'],
    ['meet', 'meet.google.com/abc-defg-hij'],
    ['webex', 'https://acme.webex.com/meet/dana'],
    ['skype', 'https://meet.lync.com/acme/dana/ABC'],
    ['skype', 'https://join.skype.com/abc'],
    ['gotomeeting', 'https://global.gotomeeting.com/join/123'],
    ['other', 'https://whereby.com/dana'],
    ['zoom', 'https://contoso.com/map or https://zoom.us/j/1'],
    ['zoom', 'https://zoom.us:443/j/1'],
  ])('of %s stands in "%s"', (provider, text) => {
    expect(meetingLinkIn(text)?.provider).toBe(provider);
  });

  it('is named by its host as it stands in the text, the first of several', () => {
    expect(meetingLinkIn('https://acme.zoom.us/j/1 or https://meet.google.com/abc')).toEqual({ provider: 'zoom', host: 'acme.zoom.us' });
  });

  it.each([
    '',
    'Zoom',
    'Meet',
    'Microsoft Teams Meeting',
    'Meet Street 12',
    'Teams Avenue 3, Springfield',
    'Zoom Ltd., 4th floor',
    'https://zoom.us.evil.example/j/1',
    'zoom.us.evil.example/j/1',
    'https://notzoom.us/j/1',
    'https://evil-zoom.us/j/1',
    'https://evil.example/zoom.us/j/1',
    'https://evil.example/?to=zoom.us',
    'https://zoom.us@evil.example/j/1',
    'https://zoom.us:x@evil.example/j/1',
    'dana@zoom.us',
    'https://microsoft.com/teams',
    'https://www.google.com/maps/meet',
    'https://contoso.com/visit',
  ])('does not stand in "%s"', (text) => {
    expect(meetingLinkIn(text)).toBeUndefined();
  });

  it('is taken out, the place beside it stays', () => {
    expect(withoutLinks('Trattoria Roma https://acme.zoom.us/j/1?pwd=x Room 4').split(/\s+/)).toEqual(['Trattoria', 'Roma', 'Room', '4']);
  });
});
