/** What the manifest's own validator lets through: references, addresses, icon sizes, permissions. Knows nothing of the schema. */
import type template from '../../manifest/manifest.json';

export type Manifest = typeof template;

export interface Icon {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly hasAlpha: boolean;
}

/** What lies beside manifest.json and in the add-in; both answer for a path that starts at that folder. */
export interface Surroundings {
  readonly iconAt: (path: string) => Icon | undefined;
  readonly isPageOfAddin: (path: string) => boolean;
}

type Rule = (manifest: Manifest, around: Surroundings) => readonly string[];

const colorSizePx = 192;
const outlineSizePx = 32;
/** The three that a ribbon button must have. */
const ribbonSizesPx = [16, 32, 80];
/** Where the pane opens: on a meeting, as its organizer and as its attendee. */
const contexts = ['meetingDetailsOrganizer', 'meetingDetailsAttendee'];
/** The least with which a pane can read the open meeting, and open in a calendar that somebody shares. */
const permissions = ['MailboxItem.Read.User', 'Mailbox.SharedFolder'];

const rules: readonly Rule[] = [
  actionsExist,
  addressesAreOurs,
  pagesExist,
  packageIconsFit,
  ribbonIconsFit,
  contextsAreMeetings,
  permissionsAreLeast,
  noDevicePermission,
  redirectIsOurHost,
  allFilled,
];

/** Every fault of a filled manifest, one sentence each; empty when there is none. */
export function manifestFaults(manifest: Manifest, around: Surroundings): readonly string[] {
  return rules.flatMap((rule) => rule(manifest, around));
}

function actionsExist({ extensions }: Manifest): readonly string[] {
  const actions = new Set(extensions.flatMap(({ runtimes }) => runtimes.flatMap((runtime) => runtime.actions.map(({ id }) => id))));
  return controlsOf(extensions)
    .filter(({ actionId }) => !actions.has(actionId))
    .map(({ id, actionId }) => `${id} calls ${actionId}, which no runtime has`);
}

/** Pages that hosts load must be ours; the developer's three open in a browser, and the schema's address is never opened. */
function addressesAreOurs({ $schema: _schema, developer, ...loaded }: Manifest): readonly string[] {
  const ours = stringsIn(loaded).filter(isWebAddress);
  return [
    ...[...ours, ...Object.values(developer).filter(isWebAddress)]
      .filter((address) => !address.startsWith('https://'))
      .map((address) => `${address} is not https`),
    ...ours.filter((address) => !loaded.validDomains.includes(hostOf(address))).map((address) => `${address} is outside the valid domains`),
  ];
}

function pagesExist({ staticTabs, extensions }: Manifest, { isPageOfAddin }: Surroundings): readonly string[] {
  const pages = [
    ...staticTabs.map(({ contentUrl }) => contentUrl),
    ...extensions.flatMap(({ runtimes }) => runtimes.map(({ code }) => code.page)),
  ];
  return pages.filter((page) => !isPageOfAddin(new URL(page).pathname.slice(1))).map((page) => `${page} is no page of the add-in`);
}

function packageIconsFit({ icons }: Manifest, { iconAt }: Surroundings): readonly string[] {
  const outline = iconAt(icons.outline);
  return [
    ...sizeFaults(icons.color, iconAt(icons.color), colorSizePx),
    ...sizeFaults(icons.outline, outline, outlineSizePx),
    ...(outline?.hasAlpha ? [] : [`${icons.outline} is not transparent`]),
  ];
}

function ribbonIconsFit({ extensions }: Manifest, { iconAt }: Surroundings): readonly string[] {
  return controlsOf(extensions).flatMap(({ id, icons }) => [
    ...ribbonSizesPx
      .filter((sizePx) => !icons.some(({ size }) => size === sizePx))
      .map((sizePx) => `${id} has no icon of ${sizePx} pixels`),
    ...icons.flatMap(({ size, url }) => {
      const path = new URL(url).pathname.slice(1);
      return sizeFaults(path, iconAt(path), size);
    }),
  ]);
}

function contextsAreMeetings({ extensions }: Manifest): readonly string[] {
  const found = extensions.flatMap(({ ribbons }) => ribbons.flatMap((ribbon) => ribbon.contexts));
  return found.toSorted().join() === contexts.toSorted().join() ? [] : [`the button stands in ${found.join(', ')}`];
}

function permissionsAreLeast({ authorization }: Manifest): readonly string[] {
  return authorization.permissions.resourceSpecific
    .filter(({ name }) => !permissions.includes(name))
    .map(({ name }) => `it asks for ${name}`);
}

function noDevicePermission(manifest: Manifest): readonly string[] {
  return keysIn(manifest)
    .filter((key) => key === 'devicePermissions')
    .map(() => 'it asks for a device');
}

function redirectIsOurHost({ staticTabs, webApplicationInfo }: Manifest): readonly string[] {
  const expected = new Set(staticTabs.map(({ contentUrl }) => `brk-multihub://${hostOf(contentUrl)}`));
  const found = webApplicationInfo.nestedAppAuthInfo.map(({ redirectUri }) => redirectUri);
  return found.length === 1 && found.every((address) => expected.has(address)) ? [] : [`tokens are sent to ${found.join(', ')}`];
}

function allFilled(manifest: Manifest): readonly string[] {
  return stringsIn(manifest)
    .filter((text) => /\{\{|\}\}/.test(text))
    .map((text) => `${text} is not filled`);
}

function controlsOf(extensions: Manifest['extensions']): Manifest['extensions'][0]['ribbons'][0]['tabs'][0]['groups'][0]['controls'] {
  return extensions.flatMap(({ ribbons }) =>
    ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups.flatMap((group) => group.controls))),
  );
}

function sizeFaults(path: string, icon: Icon | undefined, sizePx: number): readonly string[] {
  if (!icon) return [`${path} is no PNG file`];
  const isRight = icon.widthPx === sizePx && icon.heightPx === sizePx;
  return isRight ? [] : [`${path} has ${icon.widthPx} x ${icon.heightPx} pixels, not ${sizePx} x ${sizePx}`];
}

function isWebAddress(text: string): boolean {
  return /^https?:/i.test(text);
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}

/** Every string at any depth, keys left out. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function keysIn(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]) : [];
}
