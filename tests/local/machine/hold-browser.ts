/** Program: starts the bundled browser with a page, says so, and waits to be killed. */
import { launchBrowser } from '../../support/browser.ts';

const browser = await launchBrowser({ isBundled: true });
await browser.newPage();
process.stdout.write(`${JSON.stringify({ version: browser.version() })}\n`);
