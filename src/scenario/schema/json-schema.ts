import { z } from 'zod';
import { scenarioShape, SECTION_NAMES, SECTIONS } from './schema.ts';
import { OP_KEYS, OP_SHAPES, opList } from './op-schema.ts';

/** A JSON Schema (draft 2020-12) of a scenario file, for editors: the same shapes that the compiler checks. */
export function scenarioSchema(): Readonly<Record<string, unknown>> {
  const ops = OP_KEYS.map((key) => schemaOf(OP_SHAPES[key]));
  const sections = SECTION_NAMES.map((name): [string, unknown] => {
    const { form, id, shape } = SECTIONS[name];
    const item = schemaOf(shape);
    return [
      name,
      form === 'list' ? { type: 'array', items: item } : { type: 'object', propertyNames: schemaOf(id), additionalProperties: item },
    ];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario file',
    type: 'object',
    properties: { scenario: schemaOf(scenarioShape), ...Object.fromEntries(sections) },
    additionalProperties: false,
    $defs: { op: { anyOf: ops } },
  };
}

function schemaOf(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(shape, {
    unrepresentable: 'any',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === opList) jsonSchema.items = { $ref: '#/$defs/op' };
    },
  });
  delete schema.$schema;
  return schema;
}
