/**
 * A browser on a bare machine: the installed Chrome or Chromium when there is one that starts, otherwise the Chromium that comes with
 * npm, with its own libraries and font. Opens no page.
 */
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';

const run = promisify(execFile);

const LAUNCH_TIMEOUT_MS = 30_000;
const UNPACK_TIMEOUT_MS = 120_000;
const COMMAND_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
/** Only these: the npm package's own arguments run everything in one process, which crashes when a context closes. */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none'];
/** Makes the npm package unpack its NSS libraries too; the value is one that it looks for. */
const BARE_MACHINE = 'AWS_Lambda_nodejs22.x';
/** A word whose letters differ in width: with no font every letter is 0 px or the same empty box. */
const NARROW_WORD = 'illicit';
const WIDE_WORD = 'WAMMOWW';

/**
 * Starts a headless browser; the caller closes it. It also ends with this process, by Ctrl-C, a crash or kill -9.
 * `isBundled: true` takes the Chromium from npm even where another one is installed.
 * Throws an Error that says what to install when no browser starts.
 */
export async function launchBrowser(options: { readonly isBundled?: boolean } = {}): Promise<Browser> {
  for (const executablePath of options.isBundled === true ? [] : await installedBrowsers()) {
    // A command may be there and start nothing (Ubuntu's chromium-browser only names a snap): then the next one is tried.
    const browser = await launch({ executablePath }).catch(() => undefined);
    if (browser !== undefined) {
      return browser;
    }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found for the tests: install Google Chrome or Chromium.');
  }
  return await launch(await bundledBrowser());
}

/** Fails unless the page's fonts draw: a short and a wide word of seven letters each must have a width, and not the same one. */
export async function assertTextHasWidth(page: Page): Promise<void> {
  const [narrowPx, widePx] = await page.evaluate(
    (words) =>
      words.map((word) => {
        const probe = document.createElement('span');
        probe.style.cssText = 'position:absolute;visibility:hidden;white-space:pre;font-size:20px';
        probe.textContent = word;
        document.body.append(probe);
        const { width } = probe.getBoundingClientRect();
        probe.remove();
        return width;
      }),
    [NARROW_WORD, WIDE_WORD],
  );
  if (narrowPx === undefined || widePx === undefined || narrowPx <= 0 || widePx <= narrowPx) {
    throw new Error(`Text has no width (${String(narrowPx)} px and ${String(widePx)} px): the browser found no font.`);
  }
}

async function launch(options: LaunchOptions): Promise<Browser> {
  return await chromium.launch({ ...options, headless: true, args: ARGUMENTS, timeout: LAUNCH_TIMEOUT_MS });
}

async function installedBrowsers(): Promise<readonly string[]> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const commands = COMMAND_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...commands, ...APPLICATIONS, chromium.executablePath()];
  const areThere = await Promise.all(candidates.map(canRun));
  return candidates.filter((_, index) => areThere[index]);
}

async function canRun(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function bundledBrowser(): Promise<LaunchOptions> {
  const folder = await unpackChromium(fileURLToPath(new URL('../../node_modules/.cache/firsthand/', import.meta.url)));
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/**
 * The folder of the unpacked browser, about 210 MB, made once per version in this cache. It is unpacked under a temporary name and
 * renamed when whole, so that of two test workers at once neither finds half a browser.
 */
export async function unpackChromium(cache: string): Promise<string> {
  const folder = join(cache, `chromium-${await packageVersion()}`);
  if (await canRun(join(folder, 'chromium'))) {
    return folder;
  }
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await run(process.execPath, [fileURLToPath(new URL('extract-chromium.ts', import.meta.url))], {
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: BARE_MACHINE, NODE_OPTIONS: '' },
      timeout: UNPACK_TIMEOUT_MS,
    });
    await writeFile(join(partial, 'fonts.conf'), fontSettings(folder));
    await rename(partial, folder);
  } catch (error) {
    // The other worker was faster: its browser is the same.
    if (!(await canRun(join(folder, 'chromium')))) {
      throw error;
    }
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** The package's own settings name folders of a cloud function's machine, where there is no font: without these every glyph vanishes. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as { readonly version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
