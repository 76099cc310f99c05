/** Serves dist at a printed address: `PORT` (default 4173, or the next free one) and `HOST`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PARTIAL_LANGUAGES } from './lib/languages.mjs';
import { dist } from './lib/paths.mjs';
import { createStaticServer, listen } from './lib/static-server.mjs';

if (!existsSync(join(dist, 'index.html'))) {
  console.error('Nothing is built yet: run `npm start` or `npm run build`.');
  process.exit(1);
}
const { HOST, PORT = '4173' } = process.env;
const port = await listen(createStaticServer(dist), Number(PORT), HOST);
const host = HOST ?? 'localhost';
console.log(`
  Switchyard is running at

    http://${host}:${port}/      English
    http://${host}:${port}/uk/   Ukrainian (also ${PARTIAL_LANGUAGES.join(', ')})

  Stop it with Ctrl+C.`);
