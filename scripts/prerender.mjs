/**
 * Turns the client build's template into dist/index.html (English) and dist/<language>/index.html,
 * with the words of the default choice in them: readable before and without script.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, pageOf } from './lib/languages.mjs';
import { manifestFile, startScreenLinks } from './lib/manifest.mjs';
import { content, dist, ssr } from './lib/paths.mjs';
import { policyTags } from './lib/policy.mjs';

/** Subsets of the type beside `latin`. */
const FONTS = { uk: ['cyrillic'], pl: ['latin-ext'] };

/** `root` leads from the page to the folder of the site; `page` from there to the page. */
const PAGES = LANGUAGES.map((lang) => {
  const page = pageOf(lang);
  const root = page ? '../' : './';
  return { lang, file: `${page}index.html`, root, page, fonts: [...(FONTS[lang] ?? []), 'latin'] };
});

const json = (name) => JSON.parse(readFileSync(join(content, name), 'utf8'));

/** Hashed name of a source file, from Vite's manifest (`ending` is the end of the source's path). */
function assetOf(manifest, ending) {
  const key = Object.keys(manifest).find((source) => source.endsWith(ending));
  if (!key) throw new Error(`prerender: no asset was made from ${ending}`);
  return manifest[key].file;
}

function headOf({ lang, root, page, fonts }, manifest) {
  const preload = (ending, as, type) =>
    `<link rel="preload" as="${as}" type="${type}" href="${root}${assetOf(manifest, ending)}" crossorigin />`;
  const words = [...new Set(['words-en.json', `words-${lang}.json`])];
  return [
    ...policyTags(),
    // The value is put in when all files are known.
    '<meta name="version" content="__VERSION__" />',
    `<link rel="manifest" href="${root}${manifestFile(lang)}" />`,
    `<link rel="canonical" href="${root}${page}" />`,
    ...PAGES.map((p) => `<link rel="alternate" hreflang="${p.lang}" href="${root}${p.page}" />`),
    `<link rel="alternate" hreflang="x-default" href="${root}" />`,
    ...startScreenLinks(root),
    ...fonts.map((set) => preload(`sans-3-${set}-wght-normal.woff2`, 'font', 'font/woff2')),
    ...['facts.json', 'maps.json', ...words].map((file) =>
      preload(file, 'fetch', 'application/json'),
    ),
  ].join('\n    ');
}

/** Comments are where hydration would take hold; outside the app nothing is hydrated. */
const withoutComments = (html) => html.replaceAll(/<!--.*?-->/g, '');

/** Files of a part of the app and of all it imports; what is imported comes first. */
function graphOf(manifest, key, seen = new Set()) {
  if (seen.has(key)) return { scripts: [], styles: [] };
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  const before = imports.map((name) => graphOf(manifest, name, seen));
  return {
    scripts: [file, ...before.flatMap(({ scripts }) => scripts)],
    styles: [...before.flatMap(({ styles }) => styles), ...css],
  };
}

/** Style and script of the app, which the first lines of script import when they run. */
function appLinks(html, { root }, manifest) {
  const { scripts, styles } = graphOf(manifest, 'src/start.ts');
  const absent = (file) => !html.includes(`/${file}"`);
  return [
    ...scripts
      .filter(absent)
      .map((file) => `    <link rel="modulepreload" crossorigin href="${root}${file}">\n`),
    ...styles
      .filter(absent)
      .map((file) => `    <link rel="stylesheet" crossorigin href="${root}${file}">\n`),
  ].join('');
}

/** Needs the client build in dist and the server-side build beside it. */
export async function prerender() {
  const template = readFileSync(join(dist, 'index.html'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  rmSync(join(dist, '.vite'), { recursive: true });

  // The address keeps a second build in one process from getting the first one's module.
  const entry = `${pathToFileURL(join(ssr, 'entry-server.js')).href}?${Date.now()}`;
  const { render } = await import(entry);
  const facts = json('facts.json');
  const maps = json('maps.json');
  const english = json('words-en.json');

  for (const page of PAGES) {
    const others = PAGES.filter(({ lang }) => lang !== page.lang);
    const { head, before, body, after, data } = render(
      page.lang,
      { facts, maps, english, words: json(`words-${page.lang}.json`) },
      Object.fromEntries(others.map((other) => [other.lang, `${page.root}${other.page}`])),
    );
    const [styled] = (before + body + after).match(/<[^>]*\sstyle="[^>]*>/) ?? [];
    if (styled) {
      throw new Error(`prerender: ${page.file}: the policy refuses style attributes: ${styled}`);
    }
    const html = template
      .replace('lang="en" data-root="/"', `lang="${page.lang}" data-root="${page.root}"`)
      .replaceAll(/(href|src)="\.\//g, `$1="${page.root}`)
      .replace('  </head>', () => `${appLinks(template, page, manifest)}  </head>`)
      .replace('<!--before-->', () => withoutComments(before))
      .replace(
        '<!--after-->',
        () => `${withoutComments(after)}<script type="application/ld+json">${data}</script>`,
      )
      .replace('<!--head-->', () => `${headOf(page, manifest)}\n    ${head}`)
      .replace('<!--body-->', () => body);
    const path = join(dist, page.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html);
  }
}
