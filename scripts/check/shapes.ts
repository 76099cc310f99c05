/** Shapes: files present and known, records as the schemas say, ids not twice. */
import * as v from 'valibot';
import { EffectSchema } from '../../src/core/model';
import type { Bundle, Problem } from './bundle';
import { FILE_SHAPES, type FileShape, isBuiltFile, isRequired, shapeOf } from './files';

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Id of a record for a message: its `id`, a unit's number, or its place in the list. */
export function idOf(value: unknown, fallback: string): string {
  if (isObject(value)) {
    if (typeof value['id'] === 'string') return value['id'];
    if (typeof value['n'] === 'number') return `unit-${value['n']}`;
    if (typeof value['about'] === 'string') return value['about'];
  }
  return fallback;
}

type Issue = v.BaseIssue<unknown>;

/** A date in a wrong form is not called a wrong day as well. */
const ONE_PER_VALUE = { abortPipeEarly: true } as const;

function pathText(issue: Issue): string {
  const text = (issue.path ?? [])
    .map((item) => (typeof item.key === 'number' ? `[${item.key}]` : `.${String(item.key)}`))
    .join('');
  return text.replace(/^\./, '');
}

/** For an effect, which is one of several shapes, the issues of the shape that fits better. */
function innermost(issue: Issue): Issue[] {
  if (issue.type !== 'union' || !isObject(issue.input)) return [issue];
  const [best] = EffectSchema.options
    .map((option) => v.safeParse(option, issue.input, ONE_PER_VALUE).issues ?? [])
    .sort((a, b) => a.length - b.length);
  return (best ?? []).map(
    (sub) => ({ ...sub, path: [...(issue.path ?? []), ...(sub.path ?? [])] }) as unknown as Issue,
  );
}

function reasonOf(issue: Issue): string {
  const where = pathText(issue);
  const key = issue.path?.at(-1)?.key;
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where}: unknown key`;
  if (issue.received === 'undefined' && issue.expected?.startsWith('"')) return `${where}: missing`;
  const inPosition = (issue.path ?? []).some((item) => item.key === 'at' || item.key === 'path');
  if (inPosition && typeof key === 'number' && /_value$/.test(issue.type)) {
    return `${where}: coordinate ${issue.received} outside the region`;
  }
  const received =
    issue.input === undefined ? '' : ` (${JSON.stringify(issue.input)?.slice(0, 60)})`;
  return `${where || 'value'}: ${issue.message}${/received/.test(issue.message) ? '' : received}`;
}

/** Id of the innermost record on the way to an issue, inside a file that is one value. */
function recordOnPath(file: string, issue: Issue, root: unknown): string {
  const path = issue.path ?? [];
  const [section, word] = path;
  // Words have no `id`; they stand by id in sections.
  if (file.startsWith('data/text/')) return String(word?.key ?? section?.key ?? '-');
  let id = '-';
  let value: unknown = root;
  for (const item of path) {
    id = idOf(value, id);
    if (id === '-' && typeof item.key === 'string') id = item.key;
    value = (value as Record<PropertyKey, unknown> | null)?.[item.key as PropertyKey];
  }
  return idOf(value, id);
}

function checkRecord(file: string, id: string, schema: v.GenericSchema, value: unknown): Problem[] {
  const result = v.safeParse(schema, value, ONE_PER_VALUE);
  if (result.success) return [];
  return result.issues
    .flatMap((issue) => innermost(issue))
    .map((issue) => ({ file, id, reason: reasonOf(issue) }));
}

function repeated(file: string, ids: readonly string[]): Problem[] {
  return ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map((id) => ({ file, id, reason: 'id stands twice' }));
}

/** Lists of records inside a file that is one value have their ids checked as well. */
function repeatedInside(file: string, value: unknown): Problem[] {
  if (!isObject(value)) return [];
  return Object.values(value).flatMap((part) =>
    Array.isArray(part) && part.every((item) => isObject(item) && 'id' in item)
      ? repeated(
          file,
          part.map((item) => String(item.id)),
        )
      : [],
  );
}

function checkFile(file: string, shape: FileShape, value: unknown): Problem[] {
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return [{ file, id: '-', reason: 'is not a list' }];
    return [
      ...value.flatMap((item, i) => checkRecord(file, idOf(item, `#${i}`), shape.schema, item)),
      ...repeated(
        file,
        value.map((item, i) => idOf(item, `#${i}`)),
      ),
    ];
  }
  if (shape.kind === 'record') {
    if (!isObject(value)) return [{ file, id: '-', reason: 'is not an object by id' }];
    return Object.entries(value).flatMap(([key, item]) => [
      ...(shape.anyKey || ID.test(key) ? [] : [{ file, id: key, reason: 'key is not an id' }]),
      ...checkRecord(file, key, shape.schema, item),
    ]);
  }
  const result = v.safeParse(shape.schema, value, ONE_PER_VALUE);
  const issues = result.success ? [] : result.issues.flatMap((issue) => innermost(issue));
  return [
    ...issues.map((issue) => ({
      file,
      id: recordOnPath(file, issue, value),
      reason: reasonOf(issue),
    })),
    ...repeatedInside(file, value),
  ];
}

/** Refuses files that are missing or unknown, and values that do not fit their schema. */
export function checkShapes(bundle: Bundle): Problem[] {
  const unreadable = new Set(bundle.problems.map((problem) => problem.file));
  const problems: Problem[] = [];
  for (const file of Object.keys(FILE_SHAPES)) {
    if (isRequired(file) && !(file in bundle.files) && !unreadable.has(file)) {
      problems.push({ file, id: '-', reason: 'file is missing' });
    }
  }
  for (const [file, value] of Object.entries(bundle.files)) {
    const shape = shapeOf(file);
    if (shape) problems.push(...checkFile(file, shape, value));
    else if (!isBuiltFile(file)) {
      problems.push({ file, id: '-', reason: 'file is not known to the data check' });
    }
  }
  return problems;
}
