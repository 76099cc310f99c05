/**
 * The web app manifests, one for each language and linked from its page: browsers that translate
 * one manifest by themselves are too few. Each language is an app of its own (`id`): with one id
 * for both, a look at the other page would rename the installed app and move its start. An id is
 * resolved from the root of the host, wherever on it the site stands.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPLETE_LANGUAGES, LANGUAGES, pageOf } from './languages.mjs';
import { dist, root } from './paths.mjs';

/** `page` leads from the site's folder to the page. */
const PAGES = LANGUAGES.map((lang) => ({
  lang,
  page: `./${pageOf(lang)}`,
  // Not `.pl.`: some servers would run it as a program.
  file: lang === 'en' ? 'manifest.webmanifest' : `manifest-${lang}.webmanifest`,
}));

/** Name of the manifest of a language's page. */
export const manifestFile = (lang) => PAGES.find((page) => page.lang === lang)?.file;

/** Pictures that are fetched when the app is installed, and by nobody else. */
export const INSTALL_FOLDER = 'install';

/** Pictures of the built site for the browser's install dialog; px as in the file. */
export const SCREENSHOTS = [
  { name: 'narrow', form: 'narrow', width: 780, height: 1688, label: 'panel.timeline.long' },
  { name: 'wide', form: 'wide', width: 1366, height: 768, label: 'panel.proposals.long' },
];

/**
 * Portrait screens of iPhones and iPads in CSS px, and device px for each. iOS shows a start-up
 * picture only where size and ratio are exactly those of the screen.
 */
export const START_SCREENS = [
  { width: 375, height: 667, ratio: 2 },
  { width: 414, height: 896, ratio: 2 },
  { width: 375, height: 812, ratio: 3 },
  { width: 414, height: 896, ratio: 3 },
  { width: 390, height: 844, ratio: 3 },
  { width: 428, height: 926, ratio: 3 },
  { width: 393, height: 852, ratio: 3 },
  { width: 430, height: 932, ratio: 3 },
  { width: 402, height: 874, ratio: 3 },
  { width: 420, height: 912, ratio: 3 },
  { width: 440, height: 956, ratio: 3 },
  { width: 744, height: 1133, ratio: 2 },
  { width: 810, height: 1080, ratio: 2 },
  { width: 820, height: 1180, ratio: 2 },
  { width: 834, height: 1194, ratio: 2 },
  { width: 1024, height: 1366, ratio: 2 },
].map((screen) => ({
  ...screen,
  file: `${INSTALL_FOLDER}/start-${screen.width * screen.ratio}x${screen.height * screen.ratio}.png`,
}));

/** `<link>` elements of the start-up pictures. @param {string} base from the page to the site */
export const startScreenLinks = (base) =>
  START_SCREENS.map(
    ({ width, height, ratio, file }) =>
      `<link rel="apple-touch-startup-image" href="${base}${file}" media="(device-width: ${width}px) and (device-height: ${height}px) and (-webkit-device-pixel-ratio: ${ratio}) and (orientation: portrait)" />`,
  );

const PAPER = '#F6F4EF';

const ICONS = [
  { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  {
    src: 'icons/icon-maskable-512.png',
    sizes: '512x512',
    type: 'image/png',
    purpose: 'maskable',
  },
  {
    src: 'icons/icon-monochrome-512.png',
    sizes: '512x512',
    type: 'image/png',
    purpose: 'monochrome',
  },
];

function manifestOf({ lang, page }) {
  const own = (tag) => JSON.parse(readFileSync(join(root, `data/text/${tag}/ui.json`), 'utf8'));
  // Pictures are made of the complete languages' pages.
  const shown = COMPLETE_LANGUAGES.includes(lang) ? lang : 'en';
  const words = { ...own('en'), ...own(lang) };
  const shortcut = (key, query) => ({
    name: words[key],
    url: `${page}?${query}`,
    icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
  });
  return {
    id: `/switchyard-${lang}`,
    name: words['page.title'],
    short_name: 'Switchyard',
    description: words['page.description'],
    lang,
    dir: 'ltr',
    start_url: page,
    // All languages, which link to each other.
    scope: './',
    display: 'standalone',
    orientation: 'any',
    // One window: a shared text or a shortcut opens where the reader already is; "back" leads back.
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
    background_color: PAPER,
    theme_color: PAPER,
    categories: ['education', 'news'],
    icons: ICONS,
    screenshots: SCREENSHOTS.map(({ name, form, width, height, label }) => ({
      src: `${INSTALL_FOLDER}/${shown}-${name}.webp`,
      sizes: `${width}x${height}`,
      type: 'image/webp',
      form_factor: form,
      label: words[label],
    })),
    shortcuts: [
      shortcut('panel.timeline.long', 'panel=timeline'),
      shortcut('panel.proposals.long', 'panel=proposals'),
      shortcut('menu.present', 'present=1'),
    ],
    // A shared link or text is looked for in the events (src/state/received.ts).
    share_target: {
      action: page,
      method: 'GET',
      enctype: 'application/x-www-form-urlencoded',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  };
}

/** Writes the manifests into dist. */
export function writeManifests() {
  for (const page of PAGES) {
    writeFileSync(join(dist, page.file), `${JSON.stringify(manifestOf(page), null, 2)}\n`);
  }
}
