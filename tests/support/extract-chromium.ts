/** Program: unpacks the Chromium that comes with npm into TMPDIR, which its package takes from the environment. Started by browser.ts. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
