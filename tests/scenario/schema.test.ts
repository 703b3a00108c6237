import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../src/scenario/schema/json-schema.ts';
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

  it('is plain JSON of a reasonable size', () => {
    expect(JSON.stringify(schema).length).toBeLessThan(60_000);
  });

  it('is the one beside the scenarios, where editors look', async () => {
    await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../scenarios/scenario.schema.json');
  });
});
