import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { keysPage, scenarioSchema } from '../../src/scenario/schema/json-schema.ts';
import { KEY_TEXTS, SECTION_TEXTS } from '../../src/scenario/schema/descriptions.ts';
import { OP_KEYS } from '../../src/scenario/schema/op-schema.ts';
import { SECTION_NAMES } from '../../src/scenario/schema/schema.ts';

const schema = scenarioSchema() as {
  properties: Record<string, unknown>;
  $defs: { op: { anyOf: { properties: Record<string, unknown>; additionalProperties: boolean }[] } };
};

describe('the JSON Schema for editors', () => {
  it('knows every section', () => {
    expect(Object.keys(schema.properties)).toEqual(['scenario', ...SECTION_NAMES]);
  });

  it('knows every op, and points back to itself inside them', () => {
    expect(schema.$defs.op.anyOf.map(({ properties }) => Object.keys(properties)[0])).toEqual(OP_KEYS);
    const chance = schema.$defs.op.anyOf.find(({ properties }) => 'chance' in properties);
    expect(chance?.properties['then']).toMatchObject({ type: 'array', items: { $ref: '#/$defs/op' } });
    expect(chance?.additionalProperties).toBe(false);
  });

  it('knows what items may be called', () => {
    expect(schema.properties['variables']).toMatchObject({ propertyNames: { pattern: expect.any(String) as string } });
  });

  it('says of every key what it means', () => {
    const silent: string[] = [];
    let told = 0;
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties } = value as { properties?: Record<string, { description?: string }> };
      for (const [key, field] of Object.entries(properties ?? {})) {
        told++;
        if (!/^\S.*\.$/.test(field.description ?? '')) silent.push(`${path}/${key}`);
      }
      for (const [key, field] of Object.entries(value)) visit(field, `${path}/${key}`);
    };
    visit(schema, '');
    expect(silent).toEqual([]);
    expect(told).toBeGreaterThan(388);
  });

  it('describes no key that there is not', () => {
    const keys = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys((value as { properties?: object }).properties ?? {})) keys.add(key);
      Object.values(value).forEach(visit);
    };
    visit(schema);
    const described = [...Object.keys(SECTION_TEXTS), ...Object.values(KEY_TEXTS).flatMap((texts) => Object.keys(texts))];
    expect(described.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('is told in the docs, key by key', async () => {
    const format = readFileSync(new URL('../../docs/scenario-format.md', import.meta.url), 'utf8');
    const keys = [...Object.keys(SECTION_TEXTS), ...Object.values(KEY_TEXTS).flatMap((texts) => Object.keys(texts))];
    expect([...new Set(keys)].filter((key) => !new RegExp(`(?<![a-z_])${key}(?![a-z_])`).test(format))).toEqual([]);
    await expect(keysPage()).toMatchFileSnapshot('../../docs/scenario-keys.md');
  });

  it('is plain JSON of a reasonable size', () => {
    expect(JSON.stringify(schema).length).toBeLessThan(130_000);
  });

  it('is the one beside the scenarios, where editors look', async () => {
    await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../scenarios/scenario.schema.json');
  });
});
