/**
 * Settings for common static hosts, made from ./policy.mjs: the same headers and cache life as the
 * local server, and packed copies (.br, .gz) where they lie beside the files.
 * Written into hosting/ by `npm run hosting`.
 */
import { CACHE_LIFE, HASHED_FOLDER, NEVER_KEPT, SECURITY_HEADERS } from './policy.mjs';

const HEADERS = Object.entries(SECURITY_HEADERS);
const FOR = 'Made from scripts/lib/policy.mjs by `npm run hosting`.';
const ending = (name) => name.replaceAll('.', '\\.');
const NEVER_PATTERN = NEVER_KEPT.map(ending).join('|');
/** Types that some servers lack; with `nosniff` a wrong one is not used. */
const TYPES = {
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

function netlifyAndCloudflare() {
  const rule = (path, lines) => [path, ...lines.map(([name, value]) => `  ${name}: ${value}`), ''];
  return [
    `# ${FOR}`,
    '# Netlify and Cloudflare Pages: put this file into the published folder.',
    '',
    ...rule('/*', HEADERS),
    ...rule(`/${HASHED_FOLDER}*`, [['Cache-Control', CACHE_LIFE.hashed]]),
    ...NEVER_KEPT.flatMap((path) => rule(`/${path}`, [['Cache-Control', CACHE_LIFE.never]])),
  ].join('\n');
}

function apache() {
  const types = Object.entries(TYPES).map(([end, type]) => `AddType ${type} .${end}`);
  const packed = (coding, end) => [
    `  RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b`,
    `  RewriteCond %{REQUEST_FILENAME}.${end} -f`,
    `  RewriteRule ^(.+)$ $1.${end} [E=no-gzip:1,E=no-brotli:1,L]`,
  ];
  return `${[
    `# ${FOR}`,
    '# Apache 2.4 with mod_headers and mod_rewrite: put this file into the site’s folder.',
    'DirectoryIndex index.html',
    'AddDefaultCharset utf-8',
    ...types,
    '',
    ...HEADERS.map(([name, value]) => `Header always set ${name} "${value}"`),
    `Header set Cache-Control "${CACHE_LIFE.asked}"`,
    `Header set Cache-Control "${CACHE_LIFE.hashed}" "expr=%{REQUEST_URI} =~ m#/${HASHED_FOLDER}#"`,
    `Header set Cache-Control "${CACHE_LIFE.never}" "expr=%{REQUEST_URI} =~ m#/(?:${NEVER_PATTERN})(?:\\.br|\\.gz)?$#"`,
    '',
    '# Packed copies, where they lie beside the files. ".br" is also the ending of a language.',
    'RemoveLanguage .br',
    'AddEncoding br .br',
    'AddEncoding gzip .gz',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    '  RewriteRule \\.(?:br|gz)$ - [L]',
    ...packed('br', 'br'),
    ...packed('gzip', 'gz'),
    '</IfModule>',
    'Header append Vary Accept-Encoding',
  ].join('\n')}\n`;
}

function nginx() {
  return `${[
    `# ${FOR}`,
    '# nginx: into conf.d/, with your own server_name, root and certificate.',
    'map $uri $switchyard_cache {',
    `  default "${CACHE_LIFE.asked}";`,
    `  ~/${HASHED_FOLDER} "${CACHE_LIFE.hashed}";`,
    `  ~/(?:${NEVER_PATTERN})$ "${CACHE_LIFE.never}";`,
    '}',
    '',
    'server {',
    '  listen 80;',
    '  server_name switchyard.example;',
    '  root /var/www/switchyard;',
    '  index index.html;',
    '  charset utf-8;',
    '  include mime.types;',
    '  types {',
    `    ${TYPES.webmanifest} webmanifest;`,
    '  }',
    '',
    '  # Packed copies beside the files. The last line needs the module ngx_brotli.',
    '  gzip_vary on;',
    '  gzip_static on;',
    '  brotli_static on;',
    '',
    '  # All headers stand here: a location with one of its own would lose the others.',
    ...HEADERS.map(([name, value]) => `  add_header ${name} "${value}" always;`),
    '  add_header Cache-Control $switchyard_cache;',
    '}',
  ].join('\n')}\n`;
}

function caddy() {
  return `${[
    `# ${FOR}`,
    '# Caddy 2: your own address and root.',
    'switchyard.example {',
    '\troot * /var/www/switchyard',
    '\theader {',
    ...HEADERS.map(([name, value]) => `\t\t${name} "${value}"`),
    `\t\t?Cache-Control "${CACHE_LIFE.asked}"`,
    '\t}',
    `\t@hashed path */${HASHED_FOLDER}*`,
    `\theader @hashed Cache-Control "${CACHE_LIFE.hashed}"`,
    `\t@never path ${NEVER_KEPT.map((path) => `*/${path}`).join(' ')}`,
    `\theader @never Cache-Control "${CACHE_LIFE.never}"`,
    '\t@manifest path *.webmanifest',
    `\theader @manifest Content-Type "${TYPES.webmanifest}"`,
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '}',
  ].join('\n')}\n`;
}

/**
 * The settings of every host.
 * @returns {Record<string, string>} name of the file → its text
 */
export function hostFiles() {
  return {
    _headers: netlifyAndCloudflare(),
    '.htaccess': apache(),
    'nginx.conf': nginx(),
    Caddyfile: caddy(),
  };
}
