/** docs/reliability.md and the tests of faults name each other: neither changes alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

interface TestFile {
  path: string;
  /** As written; what a list of cases fills in is %s or $name. */
  titles: string[];
  /** All text of the file that could be filled in. */
  texts: Set<string>;
}

interface Row {
  fault: string;
  cells: string[];
  path: string;
  title: string;
}

const COLUMNS = 4;
const RUNNERS = new Set(['it', 'test']);
const BLANK = /%s|\$\w+/;

const isText = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node);

/** The name at the root of `it`, `it.each(cases)`, `test.each(cases)`. */
function runnerOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) {
    return runnerOf(callee.expression);
  }
  return '';
}

function readTests(path: string): TestFile {
  const text = readFileSync(join(root, path), 'utf8');
  const file: TestFile = { path, titles: [], texts: new Set() };
  const visit = (node: ts.Node) => {
    if (isText(node)) file.texts.add(node.text);
    if (ts.isPropertyAssignment(node)) file.texts.add(node.name.getText().replaceAll("'", ''));
    if (ts.isCallExpression(node) && RUNNERS.has(runnerOf(node.expression))) {
      const [title] = node.arguments;
      if (title && isText(title)) file.titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return file;
}

/** Whether the row's title is this one, with texts of the same file in the blanks. */
function isTitle(said: string, title: string, texts: ReadonlySet<string>): boolean {
  const literally = (part: string) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = title.split(BLANK).map(literally).join('(.+)');
  const [, ...filled] = new RegExp(`^${pattern}$`).exec(said) ?? [];
  if (!BLANK.test(title)) return said === title;
  return filled.length > 0 && filled.every((part) => texts.has(part));
}

const rows: Row[] = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter(([first]) => first !== 'Fault')
  .map((cells) => {
    const [, path = '', title = ''] = /^`([^`]+)` (.+)$/.exec(cells.at(-1) ?? '') ?? [];
    return { fault: cells[0] ?? '', cells, path, title };
  });

const faultTests = readdirSync(join(root, 'tests/offline'))
  .filter((name) => /faults.*\.test\.ts$/.test(name))
  .map((name) => readTests(`tests/offline/${name}`));

describe('the table of faults', () => {
  it('has a fault, what is seen, what is kept and a test in every row', () => {
    expect(rows.length).toBeGreaterThan(20);
    const bad = rows.filter(({ cells, path, title }) => {
      return cells.length !== COLUMNS || cells.includes('') || path === '' || title === '';
    });
    expect(bad).toEqual([]);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
  });

  it('names only tests that exist', () => {
    const files = new Map([...new Set(rows.map(({ path }) => path))].map((p) => [p, readTests(p)]));
    const unknown = rows.filter(({ path, title }) => {
      const file = files.get(path);
      return !file?.titles.some((known) => isTitle(title, known, file.texts));
    });
    expect(unknown.map(({ path, title }) => `${path}: ${title}`)).toEqual([]);
  });

  it('has a row for every test of a fault', () => {
    const unnamed = faultTests.flatMap(({ path, titles, texts }) =>
      titles
        .filter(
          (known) => !rows.some((row) => row.path === path && isTitle(row.title, known, texts)),
        )
        .map((title) => `${path}: ${title}`),
    );
    expect(faultTests.length).toBeGreaterThan(3);
    expect(unnamed).toEqual([]);
  });
});
