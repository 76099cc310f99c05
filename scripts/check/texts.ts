/** The words of data/text, laid flat. */
import { LANGUAGES, type Language } from '../../src/core/vocabulary';
import type { Bundle } from './bundle';

/** By the path inside the file, keys joined by points. */
export type Texts = Map<string, string>;
/** By file below the language's folder, without its ending: `events`, `stories/water`. */
export type TextFiles = Record<Language, Map<string, Texts>>;

const FILE = /^data\/text\/([a-z]+)\/(.+)\.json$/;

function flatten(value: unknown, id: string, into: Texts): void {
  if (typeof value === 'string') into.set(id, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // Patterns of the glossary, of which each language has its own; no reader sees them.
      if (key !== 'forms') flatten(part, id ? `${id}.${key}` : key, into);
    }
  }
}

/** Every text of every language. */
export function textFiles({ files }: Bundle): TextFiles {
  const texts = Object.fromEntries(LANGUAGES.map((lang) => [lang, new Map()])) as TextFiles;
  for (const [file, words] of Object.entries(files)) {
    const [, tag, name] = FILE.exec(file) ?? [];
    const lang = LANGUAGES.find((known) => known === tag);
    if (lang === undefined || name === undefined) continue;
    const flat: Texts = new Map();
    flatten(words, '', flat);
    texts[lang].set(name, flat);
  }
  return texts;
}
