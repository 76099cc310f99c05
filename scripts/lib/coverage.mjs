/**
 * How much of each language is there, counted in single texts against the English ones. Shown on
 * the About panel and printed by `npm run check`.
 */

/** Text files of each part, in the order in which a translator is asked for them. */
const PARTS = {
  interface: ['ui', 'glossary', 'grid', 'places', 'event-places', 'destinations', 'contact-line'],
  proposals: ['proposals', 'obstacles'],
  overview: ['events'],
  events: ['events'],
  stories: ['stories'],
  mining: ['claims', 'mining'],
  method: ['method'],
};
/** Events of this importance and above are the overview. */
const OVERVIEW = 2;

function leaves(value, path = '', into = []) {
  if (typeof value === 'string') into.push(path);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // Forms of a term are as many as the language has.
      if (key !== 'forms') leaves(part, `${path}/${key}`, into);
    }
  }
  return into;
}

/**
 * @param {readonly string[]} langs
 * @param {(file: string) => unknown} read the parsed data/<file>, or undefined where there is none
 * @param {readonly string[]} stories ids of all stories
 * @returns {import('../../src/core/model').Coverage[]}
 */
export function coverageOf(langs, read, stories) {
  const events = read('events.json') ?? [];
  const overview = new Set(
    events.filter(({ importance }) => importance <= OVERVIEW).map(({ id }) => id),
  );
  const textsOf = (lang, part) => {
    const files = PARTS[part].flatMap((name) =>
      name === 'stories' ? stories.map((id) => `stories/${id}`) : [name],
    );
    return files.flatMap((file) =>
      leaves(read(`text/${lang}/${file}.json`))
        .filter((path) => part !== 'overview' || overview.has(path.split('/')[1]))
        .map((path) => file + path),
    );
  };
  const english = Object.fromEntries(Object.keys(PARTS).map((part) => [part, textsOf('en', part)]));
  return langs.map((lang) => ({
    lang,
    parts: Object.keys(PARTS).map((part) => {
      const own = new Set(textsOf(lang, part));
      return {
        part,
        have: english[part].filter((text) => own.has(text)).length,
        of: english[part].length,
      };
    }),
  }));
}
