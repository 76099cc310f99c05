/** The data check: the committed data pass, and every kind of slip is named by file, id and reason. */
import { describe, expect, test } from 'vitest';
import { addFile, type Bundle, type Problem, readBundle } from '../../scripts/check/bundle';
import { checkBundle } from '../../scripts/check/check';
import { root } from '../../scripts/lib/paths.mjs';
import { CLAIMS } from './slips/claims';
import { FIGURES_IN_WORDS } from './slips/figures';
import { PARTIAL_LANGUAGE_SLIPS } from './slips/languages';
import { SHAPES } from './slips/shapes';
import type { Loose } from './slips/slip';
import { SOURCES } from './slips/sources';
import { STORIES } from './slips/stories';
import { TIMES_AND_SHARES } from './slips/times';
import { POSITIONS_AND_WORDS } from './slips/words';

const committed = readBundle(root);

const line = (p: Problem) => `${p.file} · ${p.id} · ${p.reason}`;

/** Problems of a copy of the data after `spoil`, one line each. */
function problemsAfter(spoil: (files: Record<string, Loose>, bundle: Bundle) => void): string[] {
  const bundle = structuredClone(committed);
  spoil(bundle.files, bundle);
  return checkBundle(bundle).map(line);
}

test('the committed data have no problem', () => {
  expect(checkBundle(committed).map(line)).toEqual([]);
});

test('a partial language may lack a file, an event and a message', () => {
  const problems = problemsAfter((files) => {
    delete files['data/text/de/glossary.json'];
    delete files['data/text/pl/events.json'][
      Object.keys(files['data/text/pl/events.json'])[0] ?? ''
    ];
    delete files['data/text/es/ui.json']['date.about'];
  });
  expect(problems).toEqual([]);
});

describe('a slip is named', () => {
  test.each([
    ...SHAPES,
    ...TIMES_AND_SHARES,
    ...POSITIONS_AND_WORDS,
    ...STORIES,
    ...SOURCES,
    ...FIGURES_IN_WORDS,
    ...CLAIMS,
    ...PARTIAL_LANGUAGE_SLIPS,
  ])('%s', (_, spoil, beginning) => {
    const problems = problemsAfter(spoil);
    expect(problems.find((problem) => problem.startsWith(beginning)) ?? problems).toBeTypeOf(
      'string',
    );
  });

  test('a text that is no JSON', () => {
    const problems = problemsAfter((files, bundle) => {
      delete files['data/claims.json'];
      addFile(bundle, 'data/claims.json', '[{"id": "c01",]');
    });
    expect(problems[0]).toMatch(/^data\/claims\.json · - · is not JSON: /);
  });

  test('a key that stands twice in one object, not one that stands in two', () => {
    const problems = problemsAfter((_, bundle) => {
      addFile(bundle, 'data/text/en/destinations.json', '{"a": "{", "b": {"a": "}"}, "a": "\\""}');
    });
    expect(problems[0]).toBe('data/text/en/destinations.json · a · key stands twice in one object');
    expect(problems.filter((problem) => problem.includes('stands twice'))).toHaveLength(1);
  });

  test('two addresses only where they lead to one page', () => {
    const problems = problemsAfter((files) => {
      const sources = files['data/sources.json'];
      sources['un-ga-2024'].url = 'https://press.un.org/view?id=1';
      sources['kyivpost-ga-2024'].url = 'https://press.un.org/view?id=2';
      files['data/copy-hosts.json'].push('zz.example');
    });
    expect(problems).toEqual([]);
  });

  test('an interface key that src asks for in another file', () => {
    const problems = problemsAfter((_, bundle) => {
      bundle.srcKeys.push({ file: 'src/new.ts', key: 'new.word', as: 'asked' });
      bundle.srcKeys.push({ file: 'src/new.ts', key: 'new.*', as: 'asked' });
    });
    expect(problems).toContain(
      'data/text/en/ui.json · new.word · no English words, asked for by src/new.ts',
    );
    expect(problems.join('\n')).toMatch(/src\/new\.ts · new\.\* · .* is not declared/);
  });
});
