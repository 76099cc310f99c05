/** The manifests as a browser reads them: every file is there, every address opens what it names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOT_SAVED } from '../../scripts/build-service-worker.mjs';
import { START_SCREENS } from '../../scripts/lib/manifest.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { isComplete, LANGUAGES } from '../../src/core/vocabulary';
import { knownIds, readAddress } from '../../src/state/address';
import { loadFacts, loadWords } from '../support/facts';

interface Picture {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
  form_factor?: string;
  label?: string;
}
interface Manifest {
  id: string;
  name: string;
  short_name: string;
  description: string;
  lang: string;
  start_url: string;
  scope: string;
  display: string;
  orientation: string;
  launch_handler: { client_mode: string[] };
  background_color: string;
  theme_color: string;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons: Picture[] }[];
  share_target: { action: string; method: string; params: Record<string, string> };
}

const PAGES = LANGUAGES.map((lang) =>
  lang === 'en'
    ? { lang, page: 'index.html', file: 'manifest.webmanifest', start: './' }
    : {
        lang,
        page: `${lang}/index.html`,
        file: `manifest-${lang}.webmanifest`,
        start: `./${lang}/`,
      },
);

const text = (path: string) => readFileSync(join(dist, path), 'utf8');
const manifests = PAGES.map((page) => ({
  ...page,
  manifest: JSON.parse(text(page.file)) as Manifest,
}));

/** Width and height in px, read from the file itself. */
function sizeOf(path: string): string {
  const body = readFileSync(join(dist, path));
  if (path.endsWith('.png')) return `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`;
  if (path.endsWith('.svg')) {
    expect(body.toString()).toContain('<svg');
    return 'any';
  }
  // WebP in its extended form, as the browser writes it.
  expect(body.toString('latin1', 8, 16), path).toBe('WEBPVP8X');
  return `${1 + body.readUIntLE(24, 3)}x${1 + body.readUIntLE(27, 3)}`;
}

const TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
};

describe.each(manifests)(
  'the manifest of the page in $lang',
  ({ lang, page, file, start, manifest }) => {
    it('is the one its page links to, in its language and with its own identity', () => {
      const link = /<link rel="manifest" href="([^"]+)"/.exec(text(page))?.[1] ?? '';
      expect(new URL(link, `http://site/${page}`).pathname).toBe(`/${file}`);
      const ui = loadWords(lang).ui;
      expect(manifest.lang).toBe(lang);
      expect(manifest.name).toBe(ui['page.title']);
      expect(manifest.description).toBe(ui['page.description']);
      expect(manifest.short_name.length).toBeLessThanOrEqual(12);
      expect(manifest.start_url).toBe(start);
      expect(manifest.scope).toBe('./');
      expect(manifest.display).toBe('standalone');
      expect(manifest.orientation).toBe('any');
      expect(new Set(manifests.map((other) => other.manifest.id)).size).toBe(PAGES.length);
    });

    it('names only pictures that exist, with their true type and size', () => {
      const pictures = [
        ...manifest.icons,
        ...manifest.screenshots,
        ...manifest.shortcuts.flatMap(({ icons }) => icons),
      ];
      for (const { src, sizes, type } of pictures) {
        expect(`${src} ${sizeOf(src)}`).toBe(`${src} ${sizes}`);
        expect(type).toBe(TYPES[src.split('.').pop() ?? '']);
      }
    });

    it('has icons for any place, a mask and one colour; pictures for wide and narrow screens', () => {
      const purposes = new Set(manifest.icons.map(({ purpose = 'any' }) => purpose));
      expect(purposes).toEqual(new Set(['any', 'maskable', 'monochrome']));
      const sizes = manifest.icons.map((icon) => icon.sizes);
      expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
      expect(new Set(manifest.screenshots.map((picture) => picture.form_factor))).toEqual(
        new Set(['wide', 'narrow']),
      );
      for (const { src, sizes: size, label } of manifest.screenshots) {
        const [width = 0, height = 0] = size.split('x').map(Number);
        // What Chromium asks of them.
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(320);
        expect(Math.max(width, height) / Math.min(width, height)).toBeLessThanOrEqual(2.3);
        expect(label).toBeTruthy();
        // Pictures are made of the complete languages' pages.
        expect(src).toContain(`${isComplete(lang) ? lang : 'en'}-`);
        expect(NOT_SAVED).toContain(src);
      }
    });

    it('has shortcuts to timeline, proposals and present, whose addresses are choices', () => {
      const known = knownIds(loadFacts());
      const site = new URL(`http://site/${file}`);
      const startUrl = new URL(manifest.start_url, site);
      const opened = manifest.shortcuts.map(({ name, url }) => {
        const address = new URL(url, site);
        expect(address.pathname).toBe(startUrl.pathname);
        expect(name.length).toBeGreaterThan(3);
        const { choice, ignored } = readAddress(address.search, known);
        expect(ignored).toEqual([]);
        return choice.present === null ? choice.panel : 'present';
      });
      expect(opened).toEqual(['timeline', 'proposals', 'present']);
    });

    it('takes shared text by an address that the app reads', () => {
      const { action, method, params } = manifest.share_target;
      expect(method).toBe('GET');
      expect(action).toBe(manifest.start_url);
      expect(params).toEqual({ title: 'title', text: 'text', url: 'url' });
      const shared = `?${new URLSearchParams({ title: 'a', text: 'b', url: 'https://c.example/' })}`;
      expect(readAddress(shared, knownIds(loadFacts())).ignored).toEqual([]);
    });
  },
);

describe('what iOS asks for', () => {
  it.each(PAGES)(
    '$page has a square icon, a name, and start-up pictures of true size',
    ({ page }) => {
      const html = text(page);
      const base = `http://site/${page}`;
      const icon = /<link rel="apple-touch-icon" sizes="180x180" href="([^"]+)"/.exec(html)?.[1];
      expect(sizeOf(new URL(icon ?? '', base).pathname.slice(1))).toBe('180x180');
      expect(html).toContain('name="apple-mobile-web-app-title" content="Switchyard"');
      expect(html).toContain('viewport-fit=cover');
      const links = [
        ...html.matchAll(
          /rel="apple-touch-startup-image" href="([^"]+)" media="\(device-width: (\d+)px\) and \(device-height: (\d+)px\) and \(-webkit-device-pixel-ratio: (\d)\)/g,
        ),
      ];
      expect(links).toHaveLength(START_SCREENS.length);
      for (const [, href = '', width, height, ratio] of links) {
        const path = new URL(href, base).pathname.slice(1);
        const [w, h] = [Number(width) * Number(ratio), Number(height) * Number(ratio)];
        expect(`${path} ${sizeOf(path)}`).toBe(`${path} ${w}x${h}`);
        expect(NOT_SAVED).toContain(path);
      }
    },
  );
});
