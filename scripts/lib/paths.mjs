/** The folders that scripts and tests share; absolute, without a trailing slash. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Words in the pseudo language instead of English, in a build of its own (scripts/pseudo.mjs). */
export const pseudo = process.env.SWITCHYARD_PSEUDO === '1';
/** That build's folder. */
export const pseudoDist = join(root, '.generated/pseudo/dist');
export const dist = pseudo ? pseudoDist : join(root, 'dist');
/** Editions to hand on, made on request. */
export const out = join(root, 'out');
export const cache = join(root, '.cache');
export const generated = join(root, pseudo ? '.generated/pseudo' : '.generated');
export const content = join(generated, 'content');
/** Server-side build of the app, used once per language by the prerender. */
export const ssr = join(generated, 'ssr');
