/** Why this file exists: the browser tests: real server, real database, real browser, two files at a time. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/browser.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const browser = await findBrowser();
if (browser === null && process.env['CI'] !== undefined)
  throw new Error('No Chromium runs here: install one, or set TWINLADDER_CHROMIUM.');
if (browser === null)
  process.stderr.write(
    'The browser tests are left out: no Chromium runs here. Install one, or set TWINLADDER_CHROMIUM.\n',
  );

export default defineConfig({
  testDir: 'e2e',
  testIgnore: browser === null ? ['**/*'] : [],
  globalSetup: './e2e/prepare.ts',
  outputDir: 'test-results',
  timeout: 180_000, // walks through several windows, each looked at by axe in both schemes; nothing is judged by time
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['line'], ['json', { outputFile: process.env['TWINLADDER_E2E_RESULTS'] ?? 'test-results/results.json' }]],
  use: {
    actionTimeout: 30_000, // what never appears is named, instead of using up the time of its test
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: process.env['TWINLADDER_TRACE'] === undefined ? 'off' : 'retain-on-failure', // for looking into a failure
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      args: FLAGS,
      ...(browser === null
        ? {}
        : {
            executablePath: browser.executablePath,
            env: { ...(process.env as Record<string, string>), ...browser.env },
          }),
    },
  },
});
