/** Which addresses join a meeting of which service, and which only belong to the service: its start page, its downloads. */
import type { JoinProvider } from './meeting-link.ts';

interface Service {
  readonly provider: JoinProvider;
  /** A sub-domain of one counts too (`acme.zoom.us`). */
  readonly hosts: readonly string[];
  /** Beginnings of the path that join a meeting, without the first slash. */
  readonly joins: RegExp;
}

/** Any path that could name a room. */
const anyRoom =
  /^(?:\?meetingid=.|(?!(?:download|downloads|pricing|features|blog|login|signin|signup|support|help|about|docs?|legal|privacy|terms)(?:[/?#]|$))[^?#])/i;

const services: readonly Service[] = [
  {
    provider: 'teams',
    hosts: ['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft', 'teams.microsoft.us', 'teams.microsoftonline.cn'],
    joins:
      /^(?:(?:dl\/launcher\/|v2\/|_?#?\/?){0,3}(?:l\/meetup-join\/.|meetup-join\/.|meet\/\d)|l\/call\/.|dl\/launcher\/.|v2\/\?meetingjoin|join\/.)/i,
  },
  {
    provider: 'zoom',
    hosts: ['zoom.us', 'zoom.com', 'zoomgov.com', 'zoom-x.de', 'zoom.com.cn', 'zoom.de'],
    joins: /^(?:(?:j|my|s|w|wc|webinar|meeting|launch|meetings|clips|rec|p|events|e)\/.|join\b|start\b)/i,
  },
  { provider: 'zoom', hosts: ['zhumu.com', 'zhumu.me'], joins: /^(?:j|wc\/join|s)\/\d/i },
  {
    provider: 'meet',
    hosts: ['meet.google.com'],
    joins: /^(?:_meet\/)?(?:[a-z]{3}-?[a-z]{4}-?[a-z]{3}(?![a-z])|lookup\/.)/i,
  },
  { provider: 'meet', hosts: ['g.co'], joins: /^meet\/./i },
  { provider: 'meet', hosts: ['hangouts.google.com', 'stream.meet.google.com', 'tel.meet'], joins: anyRoom },
  {
    provider: 'webex',
    hosts: ['webex.com', 'webex.com.cn'],
    joins: /^(?!(?:downloads?|pricing|products?|all-features)(?:[/.?#]|$)).*[/?=].|^(?:join|meet)\b/i,
  },
  { provider: 'skype', hosts: ['meet.lync.com', 'join.skype.com', 'meet.skype.com'], joins: anyRoom },
  {
    provider: 'gotomeeting',
    hosts: ['gotomeeting.com', 'gotomeet.me', 'meet.goto.com', 'gotowebinar.com', 'gotomeet.at', 'app.goto.com', 'gototraining.com'],
    joins: anyRoom,
  },
  {
    provider: 'other',
    hosts: [
      ...[
        'whereby.com',
        'appear.in',
        'meet.jit.si',
        '8x8.vc',
        'jitsi.org',
        'bluejeans.com',
        'chime.aws',
        'app.chime.aws',
        'ringcentral.com',
        'v.ringcentral.com',
        'meetings.ringcentral.com',
      ],
      ...[
        'gather.town',
        'livestorm.co',
        'hopin.com',
        'demio.com',
        'demodesk.com',
        'around.co',
        'butter.us',
        'meet.proton.me',
        'pop.com',
        'ovice.in',
        'ovice.com',
        'teemyco.com',
        'go.userzoom.com',
      ],
      ...[
        'bbcollab.com',
        'conference.istesuit.com',
        'istesuit.com',
        'workplace.com',
        'meet.starleaf.com',
        'lifesizecloud.com',
        'call.lifesizecloud.com',
        'join.freeconferencecall.com',
        'freeconferencecall.com',
      ],
      ...[
        'vsee.com',
        'doxy.me',
        'meeting.tencent.com',
        'voovmeeting.com',
        'vc.feishu.cn',
        'vc.larksuite.com',
        'meeting.dingtalk.com',
        'welink.huaweicloud.com',
        'jami.net',
        'kmeet.infomaniak.com',
        'meet.infomaniak.com',
      ],
      ...[
        'conf.dfn.de',
        'lecture.senfcall.de',
        'senfcall.de',
        'meet.ffmuc.net',
        'eu.yourcircuit.com',
        'yourcircuit.com',
        'clickmeeting.com',
        'edudip.com',
        'meetgreen.de',
        'alfaview.com',
        'tixeo.com',
        'rendez-vous.renater.fr',
      ],
      ...[
        'webconf.numerique.gouv.fr',
        'visio.numerique.gouv.fr',
        'webinaire.numerique.gouv.fr',
        'visioconf.numerique.gouv.fr',
        'meet.zoho.com',
        'meeting.zoho.com',
        'meeting.zoho.eu',
        'meet.zoho.eu',
        'uberconference.com',
        'meetings.dialpad.com',
      ],
      ...[
        'dialpad.com',
        'join.me',
        'fuze.com',
        'highfive.com',
        'callbridge.com',
        'pexip.me',
        'vidyo.com',
        'vidyocloud.com',
        'adobeconnect.com',
        'connect.adobe.com',
        'meet.naver.com',
      ],
      ...[
        'facetime.apple.com',
        'call.whatsapp.com',
        'signal.link',
        'meet.brave.com',
        'talky.io',
        'meetn.com',
        'streamyard.com',
        'app.preply.com',
        'tuple.app',
        'cal.video',
        'daily.co',
        'spatial.chat',
        'kumospace.com',
        'on24.com',
      ],
      ...[
        'event.on24.com',
        'calls.element.io',
        'reclaim.video',
        'bigmarker.com',
        'crowdcast.io',
        'airmeet.com',
        'remo.co',
        'trueconf.com',
        'telemost.yandex.ru',
        'telemost.yandex.com',
        'salutejazz.ru',
        'jazz.sber.ru',
        'vooz.io',
      ],
    ],
    joins: anyRoom,
  },
];

/** Schemes of the services' own apps. */
const appSchemes: ReadonlyMap<string, JoinProvider> = new Map([
  ['zoommtg', 'zoom'],
  ['zoomus', 'zoom'],
  ['msteams', 'teams'],
  ['webex', 'webex'],
  ['wbx', 'webex'],
  ['callto', 'skype'],
  ['facetime', 'other'],
  ['jitsi-meet', 'other'],
]);

export interface LinkParts {
  /** Lower case. */
  readonly host: string;
  /** Without the first slash. */
  readonly pathAndQuery: string;
  /** Lower case, `https` where the text has none. */
  readonly scheme: string;
}

/** The service an address belongs to, and whether it joins a meeting; undefined for every other host. */
export function meetingServiceOf({
  host,
  pathAndQuery,
  scheme,
}: LinkParts): { readonly provider: JoinProvider; readonly isMeeting: boolean } | undefined {
  const app = appSchemes.get(scheme);
  if (app) return { provider: app, isMeeting: true };
  const service = serviceOf(host);
  return service && { provider: service.provider, isMeeting: service.joins.test(pathAndQuery) };
}

const byHost: ReadonlyMap<string, Service> = new Map(services.flatMap((service) => service.hosts.map((host) => [host, service] as const)));
const maxHostLabels = 10;

/** By the longest known end of the host. */
function serviceOf(host: string): Service | undefined {
  let rest = host;
  for (let label = 0; label < maxHostLabels; label += 1) {
    const service = byHost.get(rest);
    if (service) return service;
    const dot = rest.indexOf('.');
    if (dot < 0) return selfHosted(host);
    rest = rest.slice(dot + 1);
  }
  return undefined;
}

/** Installations of free software on the customer's own host: `bbb.university.example`, `jitsi.acme.example`. */
function selfHosted(host: string): Service | undefined {
  return selfHostedLabels.has(host.slice(0, host.indexOf('.'))) ? { provider: 'other', hosts: [host], joins: anyRoom } : undefined;
}

const selfHostedLabels: ReadonlySet<string> = new Set([
  'jitsi',
  'bbb',
  'bigbluebutton',
  'webconf',
  'visio',
  'vidconf',
  'videoconf',
  'videoconferencia',
  'pexip',
  'meet',
]);
