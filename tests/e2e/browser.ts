import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
} as const;

const isListed = (platform: string): platform is keyof typeof INSTALLED => platform in INSTALLED;

/** WebGL without a graphics card; the page itself is put together by the processor, which is four times as quick as software that plays a card. */
const SOFTWARE_WEBGL = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-compositing',
];
/** No sandbox where there are no user namespaces for one (containers). */
const NO_SANDBOX = ['--no-sandbox', '--disable-setuid-sandbox', '--no-zygote'];

/**
 * The real browser the tests run in: BAMBOO_BROWSER if set, an installed Chrome, Chromium or Edge, one that Playwright has
 * downloaded, or on Linux the one inside the package `@sparticuz/chromium`. Throws with what to do where there is none.
 */
export const launchOptions = async (): Promise<{ executablePath: string; args: string[] }> => {
  const candidates = [
    process.env['BAMBOO_BROWSER'] ?? '',
    ...(isListed(process.platform) ? INSTALLED[process.platform] : []),
    chromium.executablePath(),
  ];
  const installed = candidates.find((path) => path !== '' && existsSync(path));
  const sandbox = process.platform === 'linux' ? NO_SANDBOX : [];
  if (installed !== undefined) return { executablePath: installed, args: [...SOFTWARE_WEBGL, ...sandbox] };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    return { executablePath: await packed.executablePath(), args: [...SOFTWARE_WEBGL, ...sandbox] };
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge. Install one, or run `npx playwright install chromium`, or set BAMBOO_BROWSER to the path of one.',
  );
};
