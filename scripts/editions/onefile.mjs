/**
 * Makes the one-file edition, out/switchyard-<version>.html: the whole app in the complete languages as one
 * HTML file that opens by double click, with no server and no request. Left out are the map engine
 * with its worker (the drawn map serves instead) and the service worker.
 * Needs the content and the server-side build of `npm run build`; `npm run onefile` does both.
 * To write it elsewhere: `node scripts/editions/onefile.mjs FILE`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { PARTIAL_LANGUAGES } from '../lib/languages.mjs';
import { content, generated, out, root, ssr } from '../lib/paths.mjs';
import { contentPolicy, policyTags } from '../lib/policy.mjs';
import { noticeOf } from '../licences.mjs';

const client = join(generated, 'onefile');

/** Modules whose work this edition does without, and what stands in for them. */
const LEFT_OUT = [
  [
    /\/src\/map\/host\.ts$/,
    "export const createMap = () => Promise.reject(new Error('left out'));",
  ],
  [/\/workbox-window\//, 'export class Workbox {}'],
];

const CONTENT_FILE = /\.generated\/content\/(.+)\.json\?url$/;

/** @returns {import('vite').Plugin} */
function oneFile() {
  return {
    name: 'switchyard-one-file',
    enforce: 'pre',
    resolveId: {
      filter: { id: CONTENT_FILE },
      handler: (source) => `\0inlined:${CONTENT_FILE.exec(source)?.[1]}`,
    },
    load(id) {
      // The id of the element that holds it.
      if (id.startsWith('\0inlined:')) return `export default '${id.slice('\0inlined:'.length)}';`;
      return LEFT_OUT.find(([module]) => module.test(id.replaceAll('\\', '/')))?.[1] ?? null;
    },
  };
}

/** The app as one script and one style sheet, its type within, and the licences of both. */
async function buildClient() {
  const result = await build({
    root,
    logLevel: 'warn',
    plugins: [oneFile()],
    define: { 'import.meta.env.EDITION': '"file"' },
    build: {
      outDir: client,
      emptyOutDir: true,
      copyPublicDir: false,
      manifest: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: join(root, 'src/main.ts'),
        checks: { pluginTimings: false },
        output: { codeSplitting: false, entryFileNames: 'app.js' },
      },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const names = output.map(({ fileName }) => fileName);
  const style = output.filter(({ fileName }) => fileName.endsWith('.css'));
  const scripts = output.filter(({ type }) => type === 'chunk');
  if (style.length !== 1 || scripts.length !== 1) {
    throw new Error(`one file: expected one script and one style sheet, got ${names.join(', ')}`);
  }
  const licences = readFileSync(join(client, 'licences.txt'), 'utf8');
  return {
    script: scripts[0].code,
    style: String(style[0].source),
    licences: licences + noticeOf('@fontsource-variable/source-sans-3'),
  };
}

const textOf = (name) => readFileSync(join(content, `${name}.json`), 'utf8');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Files of the languages that this edition leaves out: `words-de`, `stories/power.de`. */
const OPTIONAL = new RegExp(`[-.](?:${PARTIAL_LANGUAGES.join('|')})$`);

/** What the page reads as files on the site: element id → text. */
const inlinedFiles = () =>
  Object.fromEntries(
    readdirSync(content, { recursive: true })
      .map((path) => String(path).replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.json'))
      .map((path) => path.slice(0, -'.json'.length))
      .filter((name) => !OPTIONAL.test(name))
      .map((name) => [name, textOf(name)]),
  );

/** The words before and without script: the English page, then the Ukrainian words. */
function wordsBefore(render, files) {
  const json = (name) => JSON.parse(files[name]);
  const page = (lang) =>
    render(
      lang,
      {
        facts: json('facts'),
        maps: json('maps'),
        english: json('words-en'),
        words: json(`words-${lang}`),
      },
      { uk: '#uk-words' },
    );
  const english = page('en');
  const ukrainian = page('uk').after.replace('id="words"', '');
  return {
    head: english.head,
    before: english.before,
    body: english.body,
    after: english.after.replace(
      /<\/div>\s*$/,
      // Each id once in a page.
      () =>
        `<div lang="uk" id="uk-words">${ukrainian.replaceAll(/ (id|aria-labelledby|for)="/g, ' $1="uk-').replaceAll('href="#', 'href="#uk-')}</div></div>`,
    ),
  };
}

const inScript = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--');
const inJson = (json) => json.replaceAll('<', '\\u003c');

/**
 * @param {string} [file] where to write it; the folder is made
 * @returns {Promise<{ file: string, bytes: number, version: string }>}
 * @throws {Error} when the build does not end in one script and one style sheet
 */
export async function buildOneFile(file) {
  const entry = join(ssr, 'entry-server.js');
  if (!existsSync(entry)) throw new Error('nothing is built yet: run `npm run onefile`');
  const { render } = await import(pathToFileURL(entry).href);
  const { script, style, licences } = await buildClient();
  const files = inlinedFiles();
  const { head, before, body, after } = wordsBefore(render, files);
  const code = inScript(script);
  const plain = readFileSync(join(root, 'src/ui/plain.css'), 'utf8');
  const policy = contentPolicy({
    'script-src': hashOf(code),
    'style-src': `${hashOf(style)} ${hashOf(plain)}`,
    'img-src': 'data:',
    'font-src': 'data:',
    ...Object.fromEntries(
      ['connect-src', 'worker-src', 'manifest-src'].map((name) => [name, "'none'"]),
    ),
  });
  const icon = readFileSync(join(root, 'public/icons/icon.svg'), 'utf8');
  const template = readFileSync(join(root, 'index.html'), 'utf8');
  const [colours] = template.match(/^.*<meta name="color-scheme"[\s\S]*?(?=\s*<link)/m) ?? [''];
  const html = `<!doctype html>
<html lang="en" data-root="./">
  <head>
    <meta charset="utf-8">
    ${policyTags(policy).join('\n    ')}
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${colours}
    <meta name="version" content="__VERSION__">
    <meta name="bytes" content="__BYTES___">
    <link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">
    ${head}
    <style>${style}</style>
    <style media="(scripting: none)" id="plain">${plain}</style>
  </head>
  <body>
    ${before}
    <div id="app">${body}</div>
    ${after}
    ${Object.entries(files)
      .map(([id, json]) => `<script type="application/json" id="${id}">${inJson(json)}</script>`)
      .join('\n    ')}
    <script type="text/plain" id="licences">${licences.replaceAll('</', '<\\/')}</script>
    <script type="module">${code}</script>
  </body>
</html>
`;
  const version = createHash('sha256').update(html).digest('hex').slice(0, 12);
  // As long as its mark, so that the length stays true.
  const marked = html.replace('__VERSION__', version);
  const bytes = Buffer.byteLength(marked);
  const target = file ?? join(out, `switchyard-${version}.html`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, marked.replace('__BYTES___', String(bytes).padStart(10, '0')));
  rmSync(client, { recursive: true });
  return { file: target, bytes, version };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const named = process.argv[2];
    const made = await buildOneFile(named && resolve(named));
    console.log(`${made.file}: ${(made.bytes / 1e6).toFixed(2)} MB, version ${made.version}`);
  } catch (error) {
    console.error(`The one-file edition failed: ${error.stack ?? error}`);
    process.exit(1);
  }
}
