/**
 * Builds the site with its English words in the pseudo language (lib/pseudo.mjs), into a folder of
 * its own, .generated/pseudo/dist: dist and its offline plan stay as they are.
 */
process.env.SWITCHYARD_PSEUDO = '1';
await import('./build.mjs');
