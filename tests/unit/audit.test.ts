/** An audit that did not happen is never told as one that found nothing, nor as a failure. */
import { expect, test } from 'vitest';
import { readAudit } from '../../scripts/audit.mjs';

const report = (vulnerabilities: object) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { dependencies: { total: 184 } },
  });
const weak = (severity: string) => ({
  name: 'left-pad',
  severity,
  range: '<1.3.1',
  via: [{ title: 'Pads too much', url: 'https://github.com/advisories/GHSA-1' }, 'other'],
});

test('nothing known, or nothing grave: passed, with the number of packages', () => {
  expect(readAudit(report({}))).toMatchObject({ code: 0 });
  const { code, words } = readAudit(report({ 'left-pad': weak('moderate') }));
  expect(code).toBe(0);
  expect(words).toContain('184 packages');
  expect(words).toContain('1 lesser');
});

test.each(['high', 'critical'])('a %s weakness: failed, by name', (severity) => {
  const { code, words } = readAudit(report({ 'left-pad': weak(severity) }));
  expect(code).toBe(1);
  expect(words).toBe(
    `${severity}: left-pad <1.3.1 Pads too much https://github.com/advisories/GHSA-1`,
  );
});

test.each([
  ['a registry that refuses', '{"message": "405 Method Not Allowed", "error": {}}', '405 Method'],
  ['no network', '{"message": "request failed, reason: ENOTFOUND", "error": {}}', 'ENOTFOUND'],
  ['no npm', '', 'did not answer'],
  ['an answer of another kind', '{}', 'without a report'],
  ['null', 'null', 'without a report'],
  ['a page of some Wi-Fi', '<!doctype html>', 'did not answer'],
])('%s: not audited, and why', (_, answer, reason) => {
  const { code, words } = readAudit(answer);
  expect(code).toBe(2);
  expect(words).toMatch(/^not audited: /);
  expect(words).toContain(reason);
});
