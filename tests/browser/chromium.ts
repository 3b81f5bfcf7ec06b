import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How the browser is started. */
export const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card, and without a warning for each stall.
  '--use-angle=swiftshader',
];

/**
 * A Chrome or Chromium to run the tests in: that of CHROME_PATH, else one that is installed, else one that is fetched
 * now. Says on the console what it did.
 *
 * @throws Error where none can be had, with what to do
 */
export function findChromium(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!runnable(named)) throw new Error(`CHROME_PATH names "${named}", which is no program that can be run`);
    return said(named, 'as CHROME_PATH says');
  }
  const installed = onThisMachine();
  if (installed) return said(installed, 'found on this machine');
  return fetched();
}

function onThisMachine(): string | undefined {
  const path = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...path, ...PLACES, chromium.executablePath()].find(runnable);
}

function fetched(): string {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Browser tests: no Chrome or Chromium here; installing the Debian package "chromium" …');
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  } else {
    console.log("Browser tests: no Chrome or Chromium here; fetching Playwright's …");
    const command = createRequire(import.meta.url).resolve('playwright-core/cli.js');
    run(process.execPath, [command, 'install', 'chromium']);
  }
  const got = onThisMachine();
  if (!got)
    throw new Error('no Chrome or Chromium could be had: install one, or name one in CHROME_PATH, and try again');
  return said(got, 'fetched just now');
}

const run = (command: string, args: string[]): void => {
  execFileSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

function said(path: string, how: string): string {
  console.log(`Browser: ${path}, ${how}`);
  return path;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
