/**
 * The bill of materials of a build, dist/sbom.cdx.json (CycloneDX 1.6): exactly the packages whose
 * notices are in dist/licences.txt, so what was bundled and not what is installed. Tools of the
 * build are in package-lock.json. Nothing in it changes between two builds of the same sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './lib/paths.mjs';

const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** Name and version of each notice: lines such as `## svelte - 5.57.3 (MIT)`. */
export function noticed(notices) {
  return [...notices.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)].map(
    ([, name, version, licence]) => ({
      name,
      version,
      licence,
    }),
  );
}

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function component({ name, version, licence }, entry) {
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const [algorithm, content] = entry.integrity.split('-');
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    ...(group && { group }),
    name: own,
    version,
    hashes: [
      {
        alg: algorithm.replace(/^sha/, 'SHA-'),
        content: Buffer.from(content, 'base64').toString('hex'),
      },
    ],
    licenses: [
      /[ (]/.test(licence)
        ? { expression: licence.replace(/^\((.+)\)$/, '$1') }
        : { license: { id: licence } },
    ],
    purl: purl(name, version),
  };
}

/**
 * @param {string} notices text of dist/licences.txt
 * @throws Error when a package of the notices is not in package-lock.json
 */
export function makeSbom(notices) {
  const { packages } = readJson('package-lock.json');
  const { name, version, license } = packages[''];
  const entries = Object.entries(packages).map(([path, entry]) => ({
    ...entry,
    name: path.split('node_modules/').pop(),
  }));
  const shipped = noticed(notices).map((one) => {
    const entry = entries.find((e) => e.name === one.name && e.version === one.version);
    if (!entry) throw new Error(`sbom: ${one.name} ${one.version} is not in package-lock.json`);
    return { ...one, entry };
  });
  const self = `pkg:npm/${name}@${version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: self,
      },
    },
    components: shipped.map((one) => component(one, one.entry)),
    dependencies: [
      { ref: self, dependsOn: shipped.map((one) => purl(one.name, one.version)) },
      ...shipped.map(({ name: of, version: at, entry }) => ({
        ref: purl(of, at),
        dependsOn: shipped
          .filter((other) => other.name in { ...entry.dependencies, ...entry.peerDependencies })
          .map((other) => purl(other.name, other.version)),
      })),
    ],
  };
}

/** Needs dist/licences.txt with all its notices. */
export function writeSbom() {
  const sbom = makeSbom(readFileSync(join(dist, 'licences.txt'), 'utf8'));
  writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 1)}\n`);
}
