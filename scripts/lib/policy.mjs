/**
 * What a browser may do with this site, said once: the policy in each page's head, the headers of
 * the local server and the files for common hosts (./hosting.mjs) all come from here. Why each part
 * stands is in docs/security.md.
 */

/** Trusted Types policies: Svelte's own for its templates, and src/trusted.ts for worker files. */
const TRUSTED_POLICIES = ['svelte-trusted-html', 'default'];

/** No inline script or style; `data:` images are patterns in style sheets. */
const CONTENT_DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'style-src-attr': "'none'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': TRUSTED_POLICIES.join(' '),
};

/**
 * The content security policy. It names no `frame-ancestors`: any page may embed the site.
 * @param {Record<string, string>} [changes] directives in place of the site's own, for a page that
 *   is put together in another way, such as `{ 'script-src': "'sha256-…'" }`
 */
export function contentPolicy(changes = {}) {
  return Object.entries({ ...CONTENT_DIRECTIVES, ...changes })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Used: the clipboard for a link, the walk on the whole screen and kept awake. */
const USED_FEATURES = ['clipboard-write', 'fullscreen', 'screen-wake-lock'];
const REFUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];

const REFERRER = 'no-referrer';

/** Headers of every answer, files of the service worker and of workers included. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': contentPolicy(),
  'Permissions-Policy': [
    ...USED_FEATURES.map((feature) => `${feature}=(self)`),
    ...REFUSED_FEATURES.map((feature) => `${feature}=()`),
  ].join(', '),
  'Referrer-Policy': REFERRER,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};

/** What of it a page can say itself, for hosts that send no headers of ours. */
export const policyTags = (policy = contentPolicy()) => [
  `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  `<meta name="referrer" content="${REFERRER}" />`,
  '<meta http-equiv="x-dns-prefetch-control" content="off" />',
];

/** How long an answer may be kept: hashed names for good, the way out of a stuck version never. */
export const CACHE_LIFE = {
  hashed: 'public, max-age=31536000, immutable',
  never: 'no-store',
  asked: 'no-cache',
};
export const HASHED_FOLDER = 'assets/';
export const NEVER_KEPT = ['sw.js', 'version.json'];

/** @param {string} path relative to the site's folder */
export function cacheControl(path) {
  if (NEVER_KEPT.includes(path)) return CACHE_LIFE.never;
  return path.startsWith(HASHED_FOLDER) ? CACHE_LIFE.hashed : CACHE_LIFE.asked;
}
