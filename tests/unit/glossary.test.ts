/** Words of the glossary found in running text, in every form they take there. */
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../scripts/check/bundle';
import { overviewGroups } from '../../scripts/check/reading-texts';
import { textFiles } from '../../scripts/check/texts';
import { root } from '../../scripts/lib/paths.mjs';
import { explained } from '../../src/content/explained';
import { firstTerms, type Glossary, termFinder } from '../../src/core/glossary';
import { LANGUAGES } from '../../src/core/vocabulary';
import { loadTestContent, loadWords } from '../support/facts';

const entry = (...forms: string[]) => ({ term: '', text: '', forms });
const marked = (glossary: Glossary, text: string) =>
  termFinder(glossary)(text).flatMap(({ term, text }) => (term ? [`${term}: ${text}`] : []));

describe('the finder', () => {
  const glossary = {
    mw: entry('MW'),
    mwh: entry('MWh'),
    line: entry('main line'),
    power: entry('зовнішн* живлен*'),
    pond: entry('став*-охолоджувач*'),
  };

  test('takes whole words, the longer form first, and gives the whole text back', () => {
    const text = 'About 5\u00a0MW, then 9\u00a0MWh; MWs and the mainline are others.';
    expect(marked(glossary, text)).toEqual(['mw: MW', 'mwh: MWh']);
    const pieces = termFinder(glossary)(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test.each([
    ['Зовнішнє живлення зникло', 'power: Зовнішнє живлення'],
    ['без зовнішнього\u00a0живлення', 'power: зовнішнього\u00a0живлення'],
    ['рівень ставка-охолоджувача', 'pond: ставка-охолоджувача'],
    ['у ставку-охолоджувачі', 'pond: ставку-охолоджувачі'],
  ])('knows Ukrainian endings: %s', (text, found) => {
    expect(marked(glossary, text)).toEqual([found]);
  });

  test('marks a word once, and not where a text above has explained it', () => {
    const find = termFinder(glossary);
    const first = firstTerms(find, 'A main line, a main line, 5 MW.', []);
    expect(first.filter(({ term }) => term)).toHaveLength(2);
    const later = firstTerms(find, 'A main line, 5 MW.', ['The Main line.']);
    expect(later.flatMap(({ term }) => term ?? [])).toEqual(['mw']);
  });

  test('without forms nothing is marked', () => {
    expect(marked({ unit: { term: 'Unit', text: 'A unit.' } }, 'Unit 3')).toEqual([]);
  });
});

describe.each(LANGUAGES)('the glossary (%s)', (lang) => {
  const texts = [...textFiles(readBundle(root))[lang]].flatMap(([file, words]) =>
    file === 'glossary' ? [] : [...words.values()],
  );
  const { glossary } = loadWords(lang);

  test('every word that is looked for stands in a text', () => {
    const unused = Object.entries(glossary).flatMap(([id, { forms = [] }]) => {
      const found = forms.some((form) => {
        const find = termFinder({ [id]: entry(form) });
        return texts.some((text) => find(text).some(({ term }) => term));
      });
      return forms.length > 0 && !found ? [id] : [];
    });
    expect(unused).toEqual([]);
  });

  test('no word is claimed by two entries', () => {
    const forms = Object.values(glossary).flatMap((word) => word.forms ?? []);
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });
});

/** Words of the field that a reader of 14 cannot be expected to know. */
const FIELD =
  /\b(units?|reactors?|cold shutdown|hot shutdown|off-site power|outside power|island mode|main lines?|back-up lines?|\d+ kV|[MT]Wh?|substations?|switchyards?|transformers?|thermal (?:plant|power station)|diesels|diesel generators?|cooling ponds?|sprinkler ponds?|spray ponds?|spent-fuel pools?|decay heat|in step|hash rate|EH\/s|J\/TH|IAEA|Rosatom|Energoatom|nuclear regulator|local ceasefires?|contact line|Bitcoin mining)\b/gi;

test('every word of the field in the overview has an explanation', () => {
  const content = loadTestContent('en');
  const bare = overviewGroups(readBundle(root))
    .flatMap(({ texts }) => texts)
    .flatMap(({ id, text }) => {
      const plain = text.replaceAll('\u00a0', ' ');
      const rest = termFinder(content.words.glossary)(plain)
        .map(({ term, text: part }) => (term ? '·' : part))
        .join('');
      return (rest.match(FIELD) ?? []).map((word) => `${id}: ${word}`);
    });
  expect(bare).toEqual([]);
});

test('a text that falls back to English is searched for English words', () => {
  const content = loadTestContent('uk');
  const found = explained(content, { text: 'It is in cold shutdown.', lang: 'en' }, []);
  expect(found.flatMap(({ term }) => term ?? [])).toEqual(['cold-shutdown']);
  const own = explained(content, { text: 'Його переведено в\u00a0холодний зупин.' }, []);
  expect(own.flatMap(({ term }) => term ?? [])).toEqual(['cold-shutdown']);
});
