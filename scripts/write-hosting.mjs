/** `npm run hosting`: writes the settings for common hosts into hosting/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFiles } from './lib/hosting.mjs';
import { root } from './lib/paths.mjs';

const folder = join(root, 'hosting');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(hostFiles())) writeFileSync(join(folder, name), text);
