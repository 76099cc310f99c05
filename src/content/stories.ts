/**
 * Fetches guided stories, each a file of its own, when a reader opens one. A part of the script of
 * its own as well: import it with `import()`, so that the first load knows nothing of stories.
 */
import type { Story, StoryEntry } from '../core/story';
import { isComplete, type Language } from '../core/vocabulary';
import { ContentError, fetchJson, type Shape } from './load';

const STORY: Shape<Story> = { steps: 'list', lesson: 'object', words: 'object' };
/** Path below .generated/content → address, as the build made them. */
const FILES = import.meta.glob<string>(
  ['../../.generated/content/stories-*.json', '../../.generated/content/stories/*.json'],
  { eager: true, query: '?url', import: 'default' },
);

const pathOf = (name: string) => `../../.generated/content/${name}`;

function urlOf(name: string): string {
  const url = FILES[pathOf(name)];
  if (url === undefined) throw new ContentError(name, 'is not part of this version');
  return url;
}

/**
 * Every story in one line, in their order.
 * @throws ContentError
 */
export const loadStoryList = async (lang: Language): Promise<StoryEntry[]> =>
  fetchJson<StoryEntry[]>(urlOf(`stories-${lang}.json`), 'list');

/**
 * One story with its words; in English, as `lang` of the story says, where a partial language lacks it.
 * @throws ContentError
 */
export async function loadStory(id: string, lang: Language): Promise<Story> {
  const own = `stories/${id}.${lang}.json`;
  if (isComplete(lang) || FILES[pathOf(own)] !== undefined) {
    return fetchJson<Story>(urlOf(own), STORY);
  }
  return { ...(await loadStory(id, 'en')), lang: 'en' };
}
