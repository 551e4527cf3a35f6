// Where a demo meeting says it takes place: location texts, rooms, links, pasted invitations, as people really write them.
import type { Location } from '@microsoft/microsoft-graph-types';
import type { Person, Setting } from './demo-calendar.ts';
import type { Random } from './demo-random.ts';
import { phoneTexts, placeTexts, placeWithLink, teamsNames, vagueOnlineTexts } from './demo-words.ts';
import type { Language, PlaceKind } from './demo-words.ts';

export type Modality = 'in_person' | 'hybrid' | 'virtual' | 'phone';
export type Platform = 'teams' | 'zoom' | 'meet' | 'webex';

interface SettingOptions {
  readonly random: Random;
  readonly modality: Modality;
  readonly placeKind: PlaceKind | undefined;
  readonly language: Language;
  /** System of whoever sends the invitation. */
  readonly platform: Platform;
  readonly tenantId: string;
  readonly organizerId: string;
  /** A room of ours near the seller. */
  readonly room: Person;
  /** Replaces {account}, {city} and the like. */
  readonly fill: (text: string) => string;
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.between({ least: 0, most: 9 }))).join('');
const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(random.between({ least: 97, most: 122 }))).join('');

function teamsUrl(options: Pick<SettingOptions, 'random' | 'tenantId' | 'organizerId'>): string {
  const { random } = options;
  if (random.chance(0.15)) return `https://teams.microsoft.com/meet/${digits(random, 13)}?p=${letters(random, 16)}`;
  const thread = Buffer.from(letters(random, 27)).toString('base64');
  const context = encodeURIComponent(JSON.stringify({ Tid: options.tenantId, Oid: options.organizerId }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

function joinUrl(options: SettingOptions): string {
  const { random } = options;
  switch (options.platform) {
    case 'teams':
      return teamsUrl(options);
    case 'zoom':
      return random.chance(0.7)
        ? `https://us0${random.between({ least: 2, most: 6 })}web.zoom.us/j/${digits(random, 11)}?pwd=${letters(random, 20)}`
        : `https://zoom.us/j/${digits(random, 10)}`;
    case 'meet':
      return `https://meet.google.com/${letters(random, 3)}-${letters(random, 4)}-${letters(random, 3)}`;
    case 'webex':
      return random.chance(0.5)
        ? `https://meet-demo.webex.com/meet/${letters(random, 8)}`
        : `https://meet-demo.webex.com/meet-demo/j.php?MTID=m${digits(random, 32)}`;
  }
}

const withoutScheme = (url: string): string => url.replace(/^https:\/\//, '');

/** The block that a conference system pastes into the body, or a person into the location. */
function invitationText(options: SettingOptions, url: string): string {
  const { random, platform } = options;
  const code = digits(random, 9);
  const blocks: Readonly<Record<Platform, string>> = {
    teams: `Microsoft Teams\nJoin the meeting now\n${url}\nMeeting ID: ${code}\nPasscode: ${letters(random, 6)}`,
    zoom: `Join Zoom Meeting\n${url}\n\nMeeting ID: ${code}\nPasscode: ${digits(random, 6)}`,
    meet: `To join the video meeting, click this link: ${url}\nOtherwise, to join by phone, dial +49 40 5550 ${digits(random, 4)} and enter this PIN: ${code}#`,
    webex: `Webex meeting\nMeeting link: ${url}\nMeeting number: ${code}\nMeeting password: ${letters(random, 8)}`,
  };
  return blocks[platform];
}

function placeNamed(displayName: string, extra: Location = {}): Location {
  return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private', ...extra };
}

/** A Teams meeting of our own calendars: Outlook's location name, or the given place, beside the online meeting. */
function teamsFields(options: SettingOptions, place: Location | undefined): Setting['fields'] {
  const url = teamsUrl(options);
  const location = place ?? placeNamed(options.random.pick(teamsNames[options.language]));
  return {
    location,
    locations: [location],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    onlineMeeting: { joinUrl: url },
    onlineMeetingUrl: null,
  };
}

function plain(text: string, extra?: Location): Setting {
  if (text === '') return { fields: {}, invitation: '', rooms: [] };
  const location = placeNamed(text, extra);
  return { fields: { location, locations: [location] }, invitation: '', rooms: [] };
}

function roomSetting(options: SettingOptions, isOnline: boolean): Setting {
  const { room } = options;
  const location: Location = {
    displayName: room.name,
    locationType: 'conferenceRoom',
    uniqueId: room.mail,
    uniqueIdType: 'directory',
    locationUri: room.mail,
    locationEmailAddress: room.mail,
  };
  const fields = isOnline ? teamsFields(options, location) : { location, locations: [location] };
  return { fields, invitation: '', rooms: [room] };
}

const restaurantLike: ReadonlySet<string> = new Set(['meal', 'coffee']);

function placeExtra(options: SettingOptions, kind: PlaceKind): Location {
  if (restaurantLike.has(kind) && options.random.chance(0.3)) return { locationType: 'restaurant', uniqueIdType: 'bing' };
  if (kind === 'other_offsite' && options.random.chance(0.5)) return { locationType: 'hotel' };
  return {};
}

function inPerson(options: SettingOptions, kind: PlaceKind): Setting {
  const { random, language } = options;
  if (kind === 'our_office' && random.chance(0.75)) return roomSetting(options, random.chance(0.4));
  const text = options.fill(random.pick(placeTexts[kind][language]));
  const style = random.weighted({
    place: 62,
    placeAndTeams: kind === 'meal' ? 6 : 20,
    placeAndLink: kind === 'meal' ? 1 : 8,
    blank: 6,
    teamsOnly: 3,
  });
  switch (style) {
    case 'place':
      return plain(text, placeExtra(options, kind));
    case 'placeAndTeams':
      return { fields: teamsFields(options, placeNamed(text)), invitation: '', rooms: [] };
    case 'placeAndLink':
      return plain(joined(options, text));
    case 'blank':
      return plain('');
    case 'teamsOnly':
      return { fields: teamsFields(options, undefined), invitation: '', rooms: [] };
  }
}

function joined(options: SettingOptions, place: string): string {
  return options.random
    .pick(placeWithLink[options.language])
    .replace('{place}', place)
    .replace('{link}', () => joinUrl(options));
}

function hybrid(options: SettingOptions, kind: PlaceKind): Setting {
  if (kind === 'our_office') return roomSetting(options, true);
  const text = options.fill(options.random.pick(placeTexts[kind][options.language]));
  if (options.random.chance(0.5)) return plain(joined(options, text));
  return { fields: teamsFields(options, placeNamed(text)), invitation: '', rooms: [] };
}

function virtual(options: SettingOptions): Setting {
  const { random, platform } = options;
  if (platform === 'teams') {
    const style = random.weighted({ teams: 74, room: 8, pasted: 8, blank: 6, vague: 4 });
    if (style === 'teams') return { fields: teamsFields(options, undefined), invitation: '', rooms: [] };
    if (style === 'room') return roomSetting(options, true);
    if (style === 'blank') return { fields: teamsFields(options, { displayName: '', locationType: 'default' }), invitation: '', rooms: [] };
    return linkText(options, style === 'pasted' ? 'invitation' : 'vague');
  }
  return linkText(options, random.weighted({ link: 52, bare: 16, invitation: 12, vague: 13, blank: 7 }));
}

function linkText(options: SettingOptions, style: 'link' | 'bare' | 'invitation' | 'vague' | 'blank'): Setting {
  const url = joinUrl(options);
  const invitation = `<pre>${invitationText(options, url)}</pre>`;
  switch (style) {
    case 'link':
      return { ...plain(url), invitation };
    case 'bare':
      return { ...plain(withoutScheme(url)), invitation };
    case 'invitation':
      return { ...plain(invitationText(options, url)), invitation };
    case 'vague':
      return { ...plain(options.random.pick(vagueOnlineTexts[options.language])), invitation };
    case 'blank':
      return { ...plain(''), invitation };
  }
}

/** A setting that fits what really happened, in one of the ways people write it; some ways say nothing or the wrong thing. */
export function settingFor(options: SettingOptions): Setting {
  switch (options.modality) {
    case 'in_person':
      return inPerson(options, options.placeKind ?? 'client_office');
    case 'hybrid':
      return hybrid(options, options.placeKind ?? 'client_office');
    case 'virtual':
      return virtual(options);
    case 'phone':
      return plain(options.random.chance(0.2) ? '' : options.random.pick(phoneTexts[options.language]));
  }
}

/** The Teams meeting that an organizer's Outlook adds by itself. */
export function teamsSetting(options: Pick<SettingOptions, 'random' | 'tenantId' | 'organizerId' | 'language'>): Setting {
  const location = placeNamed(options.random.pick(teamsNames[options.language]));
  return {
    fields: {
      location,
      locations: [location],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      onlineMeeting: { joinUrl: teamsUrl(options) },
      onlineMeetingUrl: null,
    },
    invitation: '',
    rooms: [],
  };
}

/** A place named in words, with no link. */
export function placeSetting(text: string): Setting {
  return plain(text);
}
