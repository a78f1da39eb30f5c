import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/vite/build-inputs';
import { metaPolicy, securityHeaders } from '../../../scripts/vite/security-headers';

const policy = new Map(
  (securityHeaders['Content-Security-Policy'] ?? '').split('; ').map((line): [string, string] => {
    const [name = '', ...values] = line.split(' ');
    return [name, values.join(' ')];
  }),
);
const doc = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

describe('the policy of the page', () => {
  it('forbids what it does not name, and names the own origin alone', () => {
    expect(policy.get('default-src')).toBe("'none'");
    const sources = [...policy].filter(([name]) => name.endsWith('-src') && name !== 'script-src');
    for (const [name, value] of sources) expect(["'none'", "'self'"], name).toContain(value);
    expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    for (const name of ['base-uri', 'form-action', 'object-src', 'frame-ancestors'])
      expect(policy.get(name), name).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('default');
  });

  it('stands in the page as in the header, but for what a page cannot say of itself', () => {
    expect(`${metaPolicy}; frame-ancestors 'none'`).toBe(securityHeaders['Content-Security-Policy']);
  });

  it('has its reasons told, and is told to who hosts a build as it is', () => {
    const told = doc('policy.md');
    for (const [name, value] of policy) expect(told, name).toContain(`| \`${name} ${value}\` |`);
    for (const name of Object.keys(securityHeaders)) expect(told, name).toContain(`\`${name}`);
    const hosted = metaPolicy.replace("connect-src 'self'", "connect-src 'self' https://fhir.clinic.example");
    expect(doc('server.md')).toContain(`Content-Security-Policy: ${hosted}; frame-ancestors 'none'\n`);
  });
});
