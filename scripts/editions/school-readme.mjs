/** README.txt of the school's archive, in English and Ukrainian. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** Last day of the facts, from the one place that has it. */
function lastDate() {
  const source = readFileSync(join(root, 'src/core/vocabulary.ts'), 'utf8');
  const day = /LAST_DATE = '(\d{4}-\d{2}-\d{2})'/.exec(source)?.[1];
  if (!day) throw new Error('src/core/vocabulary.ts names no LAST_DATE');
  return new Date(`${day}T00:00:00Z`);
}

const dayIn = (locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(lastDate());

const english = ({ version, mb, hosts }) => `Switchyard: who gets the power?
Version ${version}, facts up to ${dayIn('en-GB')}, ${mb.toFixed(1)} MB.

The folder "site" is the whole website. It needs no internet: every file comes
from your own server, nothing is asked of any other.

ON ONE COMPUTER
  Double-clicking index.html does not work; browsers want a server. With Python:
      python3 -m http.server 8000 --directory site
      (Windows: py -m http.server 8000 --directory site)
  then open http://localhost:8000/
  If map and timeline do not come on Windows, its registry has a wrong type for
  .js files; use another server. Without any server, take the one-file edition
  (switchyard-....html), which opens by double click.

IN A CLASSROOM
  The same command serves the school network: pupils open
  http://ADDRESS-OF-THIS-COMPUTER:8000/ (Ukrainian: .../uk/).
  Over plain http the pages work while the server can be reached. Only over
  https (or on localhost) does a browser keep a copy for offline use.

ON A WEB SERVER
  Copy what is in "site" to any folder of the server, a sub-folder too; keep the
  files' places. Files ending in .br and .gz are packed copies for servers that
  send those; you may delete them.
${hosts.length > 0 ? `  The folder "hosting" has settings for common servers: ${hosts.join(', ')}.\n` : ''}
TO UPDATE
  Replace the whole content of the folder. Open pages notice the new version and
  ask before they change.

Licences: site/licences.txt
`;

const ukrainian = ({ version, mb, hosts }) => `Switchyard: кому дістанеться струм?
Версія ${version}, факти до ${dayIn('uk-UA')}, ${mb.toFixed(1).replace('.', ',')} МБ.

Папка «site» – це весь сайт. Інтернет йому не потрібен: усі файли дає ваш
власний сервер, до інших сайт не звертається.

НА ОДНОМУ КОМП’ЮТЕРІ
  Подвійне клацання на index.html не допоможе: браузерові потрібен сервер.
  Якщо є Python:
      python3 -m http.server 8000 --directory site
      (Windows: py -m http.server 8000 --directory site)
  потім відкрийте http://localhost:8000/uk/
  Якщо у Windows немає карти й хроніки, у його реєстрі хибний тип для файлів .js;
  візьміть інший сервер. Зовсім без сервера працює версія одним файлом
  (switchyard-....html): її відкривають подвійним клацанням.

У КЛАСІ
  Та сама команда працює для шкільної мережі: учні відкривають
  http://АДРЕСА-ЦЬОГО-КОМП’ЮТЕРА:8000/uk/
  Через звичайний http сторінки працюють, доки сервер доступний. Копію для
  роботи без мережі браузер зберігає лише через https (або на localhost).

НА ВЕБСЕРВЕРІ
  Скопіюйте вміст папки «site» у будь-яку папку сервера, можна й у вкладену; не
  змінюйте розташування файлів. Файли .br і .gz – це стиснені копії для серверів,
  які вміють їх надсилати; їх можна видалити.
${hosts.length > 0 ? `  У папці «hosting» є налаштування поширених серверів: ${hosts.join(', ')}.\n` : ''}
ЯК ОНОВИТИ
  Замініть увесь вміст папки. Відкриті сторінки помітять нову версію і запитають,
  перш ніж змінитися.

Ліцензії: site/licences.txt
`;

/**
 * @param {{ version: string, bytes: number, hosts: string[] }} about `bytes` = size of the site
 *   without packed copies; `hosts` = names of the files in hosting/
 * @returns {string} with the marks that Windows' editor needs for Cyrillic and line ends
 */
export function schoolReadme({ version, bytes, hosts }) {
  const about = { version, mb: bytes / 1e6, hosts };
  const text = [english(about), ukrainian(about)].join(`\n${'-'.repeat(72)}\n\n`);
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`;
}
