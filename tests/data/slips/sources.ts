/** Sources: kind, language, copies, addresses, names. */
import type { Loose, Slip } from './slip';

const UN = 'un-ga-2024';
const sourcesOf = (f: Record<string, Loose>): Loose => f['data/sources.json'];

export const SOURCES: Slip[] = [
  [
    'a source without a kind',
    (f) => {
      delete sourcesOf(f)[UN].kind;
    },
    'data/sources.json · un-ga-2024 · kind: missing',
  ],
  [
    'a source of an unknown kind',
    (f) => {
      sourcesOf(f)[UN].kind = 'blog';
    },
    'data/sources.json · un-ga-2024 · kind: ',
  ],
  [
    'a source without a language',
    (f) => {
      delete sourcesOf(f)[UN].lang;
    },
    'data/sources.json · un-ga-2024 · lang: missing',
  ],
  [
    'a country’s code in place of a language’s',
    (f) => {
      sourcesOf(f)[UN].lang = 'ua';
    },
    'data/sources.json · un-ga-2024 · lang: ',
  ],
  [
    'a language’s code in place of a country’s',
    (f) => {
      sourcesOf(f)['ria-2025-09-05'].state = 'uk';
    },
    'data/sources.json · ria-2025-09-05 · state: ',
  ],
  [
    'a language at the end of a title',
    (f) => {
      sourcesOf(f)[UN].title = 'The Assembly voted (Russian)';
    },
    'data/sources.json · un-ga-2024 · title ends with (Russian), which belongs in lang',
  ],
  [
    'a copy with a link',
    (f) => {
      sourcesOf(f)['ki-ibbit'].url = 'https://kyivindependent.com/breakdown/';
    },
    'data/sources.json · ki-ibbit · a copy has no address',
  ],
  [
    'a copy that does not say where it was read',
    (f) => {
      delete sourcesOf(f)['ki-ibbit'].copyAt;
    },
    'data/sources.json · ki-ibbit · a copy says where it was read: copyAt',
  ],
  [
    'a copy at a host that is not listed',
    (f) => {
      sourcesOf(f)['ki-ibbit'].copyAt = 'nowhere.example';
    },
    'data/sources.json · ki-ibbit · copyAt nowhere.example does not stand in data/copy-hosts.json',
  ],
  [
    'no link, and not a copy',
    (f) => {
      sourcesOf(f)[UN].url = null;
    },
    'data/sources.json · un-ga-2024 · no address, which only a copy may lack, not official',
  ],
  [
    'a link to a host of copies',
    (f) => {
      sourcesOf(f)[UN].url = 'https://www.daily8.com/en/article/1';
    },
    'data/sources.json · un-ga-2024 · address at daily8.com, which stands in data/copy-hosts.json',
  ],
  [
    'a link below a host of copies',
    (f) => {
      sourcesOf(f)[UN].url = 'https://world.news-pravda.com/world/1.html';
    },
    'data/sources.json · un-ga-2024 · address at news-pravda.com, which stands in',
  ],
  [
    'a link into a repository of copies, on a host that many share',
    (f) => {
      sourcesOf(f)[UN].url = 'https://github.com/AgoraHub/pen0/blob/HEAD/a.md';
    },
    'data/sources.json · un-ga-2024 · address at github.com/agorahub/pen0, which stands in',
  ],
  [
    'a page under two ids, its addresses written in two ways',
    (f) => {
      const sources = sourcesOf(f);
      const url = 'http://press.un.org/en/amp/2024/ga12614.doc.htm/?utm_source=x#top';
      sources['kyivpost-ga-2024'].url = url;
    },
    'data/sources.json · kyivpost-ga-2024 · same address as un-ga-2024',
  ],
  [
    'a report under two ids',
    (f) => {
      const sources = sourcesOf(f);
      const { publisher, title, date } = sources[UN];
      Object.assign(sources['kyivpost-ga-2024'], { publisher, title, date });
    },
    'data/sources.json · kyivpost-ga-2024 · same publisher, title, date as un-ga-2024',
  ],
  [
    'a publisher with another in brackets',
    (f) => {
      sourcesOf(f)['kyivpost-ga-2024'].publisher = 'Kyiv Post (AFP)';
    },
    'data/sources.json · kyivpost-ga-2024 · publisher Kyiv Post (AFP): whom it repeats belongs in',
  ],
  [
    'a publisher in two spellings',
    (f) => {
      sourcesOf(f)['ki-2025-04-27'].publisher = 'The Kyiv Independent';
    },
    'data/sources.json · ki-2025-09-02 · Kyiv Independent is also spelt The Kyiv Independent',
  ],
  [
    'an agency in two spellings, once as a publisher and once as repeated',
    (f) => {
      sourcesOf(f)['hurriyet-2025-03-20'].relays = 'Reuters; Kyiv Post.';
    },
    'data/sources.json · hurriyet-2025-03-20 · Kyiv Post. is also spelt Kyiv Post',
  ],
  [
    'a publisher that repeats itself',
    (f) => {
      sourcesOf(f)['hurriyet-2025-03-20'].relays = 'Hurriyet Daily News';
    },
    'data/sources.json · hurriyet-2025-03-20 · repeats itself, Hurriyet Daily News',
  ],
  [
    'a host of copies that stands twice',
    (f) => {
      f['data/copy-hosts.json'].unshift('24newsbulletin.com');
    },
    'data/copy-hosts.json · 24newsbulletin.com · stands twice',
  ],
  [
    'hosts of copies out of order',
    (f) => {
      f['data/copy-hosts.json'].push('a.example');
    },
    'data/copy-hosts.json · a.example · stands after world-today-news.com',
  ],
  [
    'an address in place of a host of copies',
    (f) => {
      f['data/copy-hosts.json'][0] = 'https://24newsbulletin.com/';
    },
    'data/copy-hosts.json · - · [0]: not a host',
  ],
];
