/** The manifest as an administrator would upload it: accepted by Microsoft's validator, and right where that one does not look. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillManifest, type ManifestValues } from '../../manifest/fill-manifest.ts';
import { type Icon, type Manifest, manifestFaults, type Surroundings } from './manifest-faults.ts';

const root = resolve(import.meta.dirname, '../..');
const validator = fileURLToPath(import.meta.resolve('office-addin-manifest/cli.js'));
const pngSignature = '89504e470d0a1a0a';
const colorTypeWithAlpha = 6;

const template = readFileSync(join(root, 'manifest/manifest.json'), 'utf8');
const values: ManifestValues = {
  addinHost: 'firsthand.example.com',
  appId: '6f1d2c3b-0a49-4e58-8b67-1c2d3e4f5a6b',
  clientId: '0b8e7d6c-5f4a-4b3c-9d2e-1f0a9b8c7d6e',
  websiteUrl: 'https://www.example.com/firsthand',
  privacyUrl: 'https://www.example.com/privacy',
  termsOfUseUrl: 'https://www.example.com/terms',
};
const filled = filledWith(values);

const around: Surroundings = {
  iconAt: (path) => pngAt(join(root, 'manifest', path)),
  isPageOfAddin: (path) => existsSync(join(root, 'addin', basename(path, '.html'), path)),
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('what the validator says', () => {
  it('accepts the filled manifest without a word', async () => {
    expect(await validate(filled)).toEqual({ code: 0, said: '' });
  });

  it.each([
    { broken: 'a name of 31 characters', text: replaced('"short": "Firsthand"', `"short": "${'x'.repeat(31)}"`), says: 'short' },
    { broken: 'an unknown ribbon context', text: replaced('meetingDetailsAttendee', 'meetingDetails'), says: 'contexts' },
    { broken: 'the template before filling', text: template, says: 'id' },
  ])('refuses $broken', async ({ text, says }) => {
    const answer = await validate(text);
    expect(answer.code).toBe(1);
    expect(answer.said).toContain(says);
  });
});

describe('what the validator does not look at', () => {
  it('is right', () => {
    expect(manifestFaults(parsed(filled), around)).toEqual([]);
  });

  it.each([
    ['an action of no runtime', '"actionId": "openPane"', '"actionId": "openPain"', 'firsthandButton calls openPain'],
    ['an http address', 'https://firsthand.example.com/pane', 'http://firsthand.example.com/pane', 'pane.html is not https'],
    ['an http address of the developer', 'https://www.example.com/privacy', 'http://www.example.com/privacy', 'privacy is not https'],
    ['a foreign domain', 'https://firsthand.example.com/tab', 'https://elsewhere.example.com/tab', 'outside the valid domains'],
    ['no valid domain', '"validDomains": ["firsthand.example.com"]', '"validDomains": []', 'outside the valid domains'],
    ['a page that is not built', '/pane.html', '/panel.html', 'no page of the add-in'],
    ['a missing icon', '"outline": "outline.png"', '"outline": "line.png"', 'line.png is no PNG file'],
    ['an icon of another size', '"color": "color.png"', '"color": "icons/icon-80.png"', 'has 80 x 80 pixels, not 192 x 192'],
    ['an outline that is filled', '"outline": "outline.png"', '"outline": "color.png"', 'color.png is not transparent'],
    ['a ribbon icon of another size', 'icon-16.png', 'icon-32.png', 'has 32 x 32 pixels, not 16 x 16'],
    ['a ribbon size left out', '"size": 80', '"size": 64', 'no icon of 80 pixels'],
    ['a third context', '"meetingDetailsAttendee"]', '"meetingDetailsAttendee", "mailRead"]', 'the button stands in'],
    ['a context left out', '"meetingDetailsOrganizer", ', '', 'the button stands in'],
    ['more of the mailbox', 'MailboxItem.Read.User', 'MailboxItem.ReadWrite.User', 'asks for MailboxItem.ReadWrite.User'],
    ['a device permission', '"permissions": ["identity"]', '"devicePermissions": ["media"]', 'asks for a device'],
    ['another redirect address', 'brk-multihub://firsthand', 'brk-multihub://other', 'tokens are sent to'],
    ['a redirect with a path', 'brk-multihub://firsthand.example.com', 'brk-multihub://firsthand.example.com/tab', 'tokens are sent to'],
    ['a placeholder left', '"label": "Firsthand"', '"label": "{{LABEL}}"', '{{LABEL}} is not filled'],
  ])('%s is found', (_fault, from, to, says) => {
    expect(manifestFaults(parsed(replaced(from, to)), around).join('\n')).toContain(says);
  });

  it('opens the pane from Mailbox 1.8 on, in a runtime that ends with it', () => {
    const { extensions } = parsed(filled);
    expect(extensions.map(({ requirements }) => requirements)).toEqual([
      { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: '1.8' }] },
    ]);
    expect(extensions.flatMap(({ runtimes }) => runtimes.map(({ lifetime }) => lifetime))).toEqual(['short']);
  });

  it('has the host prefetch the scope that the pages ask for', () => {
    const [scope] = parsed(filled).webApplicationInfo.nestedAppAuthInfo.flatMap(({ scopes }) => scopes);
    expect(scope).toBe(`api://${values.clientId}/access_as_user`);
    expect(readFileSync(join(root, 'addin/host/sign-in.ts'), 'utf8')).toContain('api://${config.clientId}/access_as_user');
  });

  it('carries the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    expect(parsed(template).version).toBe(version);
  });
});

describe('filling', () => {
  it('names every wrong value at once', () => {
    const wrong = { ...values, addinHost: 'https://firsthand.example.com', clientId: 'firsthand', privacyUrl: 'http://example.com' };
    const result = fillManifest(template, wrong);
    expect(result.ok ? [] : result.failure.map(({ name }) => name)).toEqual(['addinHost', 'clientId', 'privacyUrl']);
  });

  it.each(['localhost', 'Firsthand.example.com', 'firsthand.example.com:4281', 'firsthand.example.com/', '10.0.0.1', '-a.example.com', ''])(
    '%j is no host name of a site',
    (addinHost) => {
      expect(fillManifest(template, { ...values, addinHost }).ok).toBe(false);
    },
  );

  it('keeps an address with a quotation mark inside its string', () => {
    const websiteUrl = 'https://www.example.com/?"a"';
    expect(parsed(filledWith({ ...values, websiteUrl })).developer.websiteUrl).toBe(websiteUrl);
  });

  it('refuses a template that asks for more', () => {
    expect(() => fillManifest('{"id": "{{BOT_ID}}"}', values)).toThrow('{{BOT_ID}}');
  });
});

function filledWith(some: ManifestValues): string {
  const result = fillManifest(template, some);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The filled manifest with one place changed; a place that is not there would make the test meaningless. */
function replaced(from: string, to: string): string {
  if (!filled.includes(from)) throw new Error(`${from} is not in the manifest`);
  return filled.replace(from, to);
}

function parsed(text: string): Manifest {
  return JSON.parse(text) as Manifest;
}

async function validate(text: string): Promise<{ readonly code: number; readonly said: string }> {
  const file = join(await mkdtemp(join(folder, 'copy-')), 'manifest.json');
  await writeFile(file, text);
  return await new Promise((settle) => {
    execFile(process.execPath, [validator, 'validate', file], (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: stdout + stderr });
    });
  });
}

/** From the header of a PNG file (PNG specification, 11.2.2): width, height, and whether a pixel can be transparent. */
function pngAt(path: string): Icon | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.toString('hex', 0, 8) !== pngSignature) return undefined;
  return { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20), hasAlpha: bytes[25] === colorTypeWithAlpha };
}
