/** Which texts hold a join link: real hosts and paths only, never look-alikes, start pages, streets or companies. */
import { describe, expect, it } from 'vitest';
import { meetingLinkIn, readLinks } from '../../api/domain/meeting-link.ts';

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
    ['zoom', 'Link:zoom.us/j/1'],
    ['zoom', 'Einwahl:https://acme.zoom-x.de/j/65194487075.'],
    ['zoom', 'zoommtg://zoom.us/join?confno=123456789'],
    ['zoom', 'https://welink.zhumu.com/wc/join/150525986'],
    ['teams', 'https://teams.microsoft.com/_#/l/meetup-join/19:abc'],
    ['teams', 'https://gov.teams.microsoft.us/l/meetup-join/abc'],
    ['meet', '\u202ahttps://meet.google.com/abc-defg-hij\u202c'],
    ['meet', 'https://meet.google.com/abc-defg-hij?authuser=me@acme.example'],
    ['webex', 'https://acme.webex.com/acme/j.php?MTID=m1'],
    ['gotomeeting', 'https://app.gotomeeting.com/?meetingId=123'],
    ['other', 'https://bbb.university.example/b/abc'],
    ['other', 'https://eu.yourcircuit.com/guests/1'],
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
    'https://zoom.us',
    'https://zoom.us/pricing',
    'https://teams.microsoft.com/l/meeting/new',
    'https://teams.microsoft.com/meet/channel',
    'https://meet.google.com/notes-link',
    'https://welink.zhumu.com/download',
    'https://nam11.safelinks.protection.outlook.com/',
    'https://evil.example/?url=https%3A%2F%2Fzoom.us%2Fj%2F1',
  ])('does not stand in "%s"', (text) => {
    expect(meetingLinkIn(text)).toBeUndefined();
  });

  it.each([
    ['a safelink', 'https://nam11.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F1&data=05'],
    ['a safelink of an app', 'https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F1'],
    ['URL Defense', 'https://urldefense.com/v3/__https://acme.zoom.us/j/1__;!!abc'],
    ['the older URL Defense', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__acme.zoom.us_j_1&d=x'],
    ['a search engine', 'https://www.google.com/url?q=https://acme.zoom.us/j/1&sa=D'],
    [
      'two of them',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Facme.zoom.us%2Fj%2F1__%3B!!a',
    ],
  ])('is found behind %s', (_, text) => {
    expect(meetingLinkIn(text)).toEqual({ provider: 'zoom', host: 'acme.zoom.us' });
  });
});

describe('the text around links', () => {
  it.each([
    ['Trattoria Roma https://acme.zoom.us/j/1?pwd=x Room 4', 'Trattoria Roma \n Room 4'],
    ['Büro (zoom.us/j/1), 3. Stock', 'Büro (\n), 3. Stock'],
    ['dana@zoom.us, Room 4', '\n, Room 4'],
    ['St.Gallen, Marktplatz 1', 'St.Gallen, Marktplatz 1'],
    ['Raum:2.14', 'Raum:2.14'],
  ])('is left of "%s"', (text, rest) => {
    expect(readLinks(text).rest).toBe(rest);
  });

  it.each(['zoom.us', 'https://teams.microsoft.com/', 'See https://zoom.us/pricing'])(
    'names the service that "%s" only mentions',
    (text) => {
      expect(readLinks(text).mention).toBeTypeOf('string');
    },
  );
});
