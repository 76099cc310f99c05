/**
 * The walls between the rooms of src/: who may import whom. Checked here and not by the linter,
 * whose rule knows neither where a relative path leads nor a type import from a value import.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

interface Import {
  from: string;
  specifier: string;
  /** Relative ones resolved, below src/. */
  target: string;
  typeOnly: boolean;
}

/** Rooms that draw: each knows the core, the content and the shared parts, and not the others. */
const DRAWING = ['map', 'timeline', 'panels', 'present'];
/** room → rooms it may not import; `core` and `content` are closed lists below. */
const FORBIDDEN: Record<string, string[]> = {
  ...Object.fromEntries(DRAWING.map((room) => [room, DRAWING.filter((other) => other !== room)])),
  state: DRAWING,
  i18n: [...DRAWING, 'state', 'offline'],
  ui: [...DRAWING, 'offline'],
  offline: [...DRAWING, 'state', 'content', 'core', 'ui', 'i18n'],
};
/** The data contract: schemas and types in one. */
const CONTRACT = ['core/method.ts', 'core/model.ts', 'core/story.ts'];
/** Package → the only files that may import more than its types. */
const ONLY_IMPORTER: Record<string, string | readonly string[]> = {
  'maplibre-gl': 'map/host.ts',
  'vis-timeline': 'timeline/host.ts',
  'vis-data': 'timeline/host.ts',
  minisearch: 'timeline/search.ts',
  'workbox-window': 'offline/register.ts',
  'workbox-precaching': 'offline/worker/text-edition.ts',
  'workbox-routing': 'offline/worker/service-worker.ts',
  valibot: CONTRACT,
};

const src = join(root, 'src');

function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code]) => code)
    .join('\n');
}

/** A named import counts as type-only if each of its names is one. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((e) => e.isTypeOnly)
  );
}

function importsOf(file: string): Import[] {
  const code = scriptOf(file, readFileSync(join(src, file), 'utf8'));
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({
      from: file,
      specifier,
      target: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier,
      typeOnly,
    });
  const visit = (node: ts.Node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, isTypeOnly(node));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) =>
    relative(src, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'),
  );
const imports = files.flatMap(importsOf);
const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0] : '');
const isRelative = (i: Import) => i.specifier.startsWith('.');
const say = (list: Import[]) => list.map((i) => `${i.from} imports ${i.specifier}`);

describe('walls between rooms', () => {
  it('core imports nothing from outside, except the schema library in the data contract', () => {
    const bad = imports
      .filter((i) => roomOf(i.from) === 'core')
      .filter((i) => !(isRelative(i) && roomOf(i.target) === 'core'))
      .filter((i) => !(CONTRACT.includes(i.from) && i.specifier === 'valibot'));
    expect(say(bad)).toEqual([]);
  });

  it('the schemas reach no reader: files outside the data contract import its types only', () => {
    const bad = imports.filter(
      (i) => CONTRACT.includes(`${i.target}.ts`) && !i.typeOnly && !CONTRACT.includes(i.from),
    );
    expect(say(bad)).toEqual([]);
  });

  it('content imports the core, and which edition it is in, only', () => {
    const bad = imports
      .filter((i) => roomOf(i.from) === 'content' && isRelative(i))
      .filter((i) => !['core', 'content'].includes(roomOf(i.target) ?? ''))
      .filter((i) => i.target !== 'edition' && !i.target.startsWith('../.generated/content/'));
    expect(say(bad)).toEqual([]);
  });

  it.each(Object.entries(FORBIDDEN))('%s does not reach into %j', (room, forbidden) => {
    const bad = imports.filter(
      (i) => roomOf(i.from) === room && isRelative(i) && forbidden.includes(roomOf(i.target) ?? ''),
    );
    expect(say(bad)).toEqual([]);
  });

  it.each(Object.entries(ONLY_IMPORTER))('%s has one importer, %s', (name, importer) => {
    const bad = imports
      .filter((i) => i.specifier === name || i.specifier.startsWith(`${name}/`))
      .filter((i) => ![importer].flat().includes(i.from) && !i.typeOnly);
    expect(say(bad)).toEqual([]);
  });
});
