/** Sources: each once, each used, named in one way, linked only to a page of the publisher's own. */
import type { Source } from '../../src/core/model';
import { LAST_READ, SOURCE_LANGUAGES } from '../../src/core/vocabulary';
import type { Bundle, Problem } from './bundle';
import type { Data } from './data';
import { tracedSources } from './figures-file';
import { idOf, isObject } from './shapes';

const FILE = 'data/sources.json';
const HOSTS_FILE = 'data/copy-hosts.json';

interface SourceUse {
  file: string;
  id: string;
  source: string;
}

/** Every `sources` list in the data, with the innermost record that holds it. */
function sourceUses(file: string, value: unknown, id: string, uses: SourceUse[]): void {
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      sourceUses(file, item, idOf(item, id === '-' ? `#${i}` : id), uses);
    });
    return;
  }
  if (!isObject(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'sources' && Array.isArray(part)) {
      for (const source of part) uses.push({ file, id, source: String(source) });
    } else sourceUses(file, part, id === '-' ? key : id, uses);
  }
}

/** Every source named exists, every source is named somewhere. */
function checkUses(bundle: Bundle, data: Data): Problem[] {
  const known = data.ids(FILE);
  const uses: SourceUse[] = [];
  for (const [file, value] of Object.entries(bundle.files)) {
    if (!/^data\/(text|geo|basemap)\//.test(file) && file !== FILE) {
      sourceUses(file, value, '-', uses);
    }
  }
  const used = new Set([...uses.map((use) => use.source), ...tracedSources(bundle)]);
  return [
    ...uses
      .filter((use) => !known.has(use.source))
      .map(({ file, id, source }) => ({ file, id, reason: `source ${source} does not exist` })),
    ...[...known]
      .filter((id) => !used.has(id))
      .map((id) => ({ file: FILE, id, reason: 'source is not used' })),
  ];
}

/** undefined where the address is not one of the web; that it is an address says the schema. */
const webAddress = ({ url }: Source): URL | undefined =>
  url !== null && /^https?:\/\//.test(url) ? new URL(url) : undefined;

/** Says where a click came from, not which page it leads to. */
const TRACKING = /^(utm_.*|fr|source|maca|ref|fbclid|gclid|printmode)$/;

/**
 * One text for all addresses of a page: no scheme, "www.", "m.", "amp", tracking, anchor, last slash.
 */
function samePage(url: URL): string {
  const path = url.pathname
    .replace(/\/amp(?=\/|$)/g, '')
    .replace(/-amp(?=\.html$|$)/, '')
    .replace(/\/+$/, '');
  const page = url.hostname.replace(/^(www|m|amp)\./, '') + path;
  if (url.search === '') return page;
  const query = [...url.searchParams].filter(([key]) => !TRACKING.test(key)).sort();
  return query.length > 0 ? `${page}?${new URLSearchParams(query)}` : page;
}

/** The entry of data/copy-hosts.json under which an address falls. */
function copyHost(url: URL, hosts: ReadonlySet<string>): string | undefined {
  const labels = url.hostname.replace(/^www\./, '').split('.');
  const parts = url.pathname.split('/').filter(Boolean);
  for (let from = 0; from < labels.length - 1; from += 1) {
    const host = labels.slice(from).join('.');
    // As deep as a repository of a shared host: host/owner/repository.
    for (let depth = 0; depth <= Math.min(2, parts.length); depth += 1) {
      const entry = [host, ...parts.slice(0, depth)].join('/').toLowerCase();
      if (hosts.has(entry)) return entry;
    }
  }
  return undefined;
}

type Add = (reason: string) => void;

function checkDate({ date }: Source, add: Add): void {
  if (date === null) return;
  // A year or month counts from its first day.
  const day = `${date}-01-01`.slice(0, 10);
  if (day > LAST_READ) add(`date ${date} is after ${LAST_READ}`);
  if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) {
    add(`date ${date}: no such day`);
  }
}

function checkAddress(
  { url, kind, copyAt }: Source,
  address: URL | undefined,
  hosts: ReadonlySet<string>,
  add: Add,
): void {
  if (url !== null && !address) add(`address ${url}`);
  if (kind === 'copy' && url !== null) add('a copy has no address');
  if (kind === 'copy' && copyAt === undefined) add('a copy says where it was read: copyAt');
  if (kind !== 'copy' && url === null) add(`no address, which only a copy may lack, not ${kind}`);
  const entry = address && copyHost(address, hosts);
  if (entry !== undefined) add(`address at ${entry}, which stands in ${HOSTS_FILE}`);
  if (copyAt !== undefined && !hosts.has(copyAt.toLowerCase())) {
    add(`copyAt ${copyAt} does not stand in ${HOSTS_FILE}`);
  }
}

/** Screen readers speak a title in the language that it is marked with. */
function checkTitle({ title, titleLang }: Source, add: Add): void {
  if (/\p{Script=Cyrillic}{3}/u.test(title) && titleLang === undefined) {
    add('a title in another script says its language: titleLang');
  }
  if (titleLang === 'en') add('titleLang en is what a title without it has');
}

const inEnglish = new Intl.DisplayNames('en', { type: 'language' });
const LANGUAGE_NAMES = new Set(SOURCE_LANGUAGES.map((lang) => inEnglish.of(lang)));

function checkNames({ publisher, title, relays }: Source, add: Add): void {
  if (/[()]/.test(publisher)) add(`publisher ${publisher}: whom it repeats belongs in relays`);
  if (relays?.split('; ').includes(publisher)) add(`repeats itself, ${publisher}`);
  const [, last] = title.match(/\(([^()]+)\)$/) ?? [];
  if (last && LANGUAGE_NAMES.has(last)) add(`title ends with (${last}), which belongs in lang`);
}

/** One spelling for one publisher: case, "The" and full stops make no other. */
const spelling = (publisher: string): string =>
  publisher
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Refuses sources that break the rules of their kind, or stand under two ids. */
function checkRecords(data: Data): Problem[] {
  const problems: Problem[] = [];
  const hosts = new Set(data.copyHosts.map((host) => host.toLowerCase()));
  const pages = new Map<string, string>();
  const reports = new Map<string, string>();
  const spellings = new Map<string, string>();
  for (const [id, source] of Object.entries(data.sources)) {
    const add = (reason: string) => problems.push({ file: FILE, id, reason });
    /** Remembers who was first under a key, and says so to the second. */
    const once = (seen: Map<string, string>, key: string, what: string) => {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, id);
      else add(`same ${what} as ${first}`);
    };
    const address = webAddress(source);
    checkDate(source, add);
    checkAddress(source, address, hosts, add);
    checkTitle(source, add);
    checkNames(source, add);
    if (address) once(pages, samePage(address), 'address');
    const { publisher, title, date } = source;
    once(reports, JSON.stringify([publisher, title.toLowerCase(), date]), 'publisher, title, date');
    for (const name of [publisher, ...(source.relays?.split('; ') ?? [])]) {
      const known = spellings.get(spelling(name));
      if (known === undefined) spellings.set(spelling(name), name);
      else if (known !== name) add(`${name} is also spelt ${known}`);
    }
  }
  return problems;
}

function checkCopyHosts({ copyHosts }: Data): Problem[] {
  return copyHosts.flatMap((host, i) => {
    const before = copyHosts[i - 1];
    const add = (reason: string) => ({ file: HOSTS_FILE, id: host, reason });
    if (before === host) return [add('stands twice')];
    return before !== undefined && host < before ? [add(`stands after ${before}`)] : [];
  });
}

/** Refuses sources that nobody can trust, and references to sources that lead nowhere. */
export function checkSources(bundle: Bundle, data: Data): Problem[] {
  return [...checkUses(bundle, data), ...checkRecords(data), ...checkCopyHosts(data)];
}
