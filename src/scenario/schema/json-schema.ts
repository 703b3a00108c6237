import { z } from 'zod';
import { KEY_TEXTS, SECTION_TEXTS } from './descriptions.ts';
import { whatIs } from './scalar-schema.ts';
import { scenarioShape, SECTION_NAMES, SECTIONS } from './schema.ts';
import { OP_KEYS, OP_SHAPES, opList } from './op-schema.ts';

/** A JSON Schema (draft 2020-12) of a scenario file, for editors: the same shapes that the compiler checks. */
export function scenarioSchema(): Readonly<Record<string, unknown>> {
  const ops = OP_KEYS.map((key) => schemaOf(OP_SHAPES[key]));
  const sections = SECTION_NAMES.map((name): [string, unknown] => {
    const { form, id, shape } = SECTIONS[name];
    const item = schemaOf(shape);
    const description = SECTION_TEXTS[name];
    return [
      name,
      form === 'list'
        ? { description, type: 'array', items: item }
        : { description, type: 'object', propertyNames: schemaOf(id), additionalProperties: item },
    ];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario file',
    type: 'object',
    properties: { scenario: { description: SECTION_TEXTS['scenario'], ...schemaOf(scenarioShape) }, ...Object.fromEntries(sections) },
    additionalProperties: false,
    $defs: { op: { anyOf: ops } },
  };
}

/** All keys of scenario files with what they mean, as a page of the docs. */
export function keysPage(): string {
  const told = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([key, text]) => `| \`${key}\` | ${text} |`);
  const sections = [
    ['Sections', SECTION_TEXTS] as const,
    ...Object.entries(KEY_TEXTS).map(([what, texts]) => [`In ${what}`, texts] as const),
  ];
  return [
    '# Keys of scenario files',
    'Made from the descriptions that editors show (`src/scenario/schema/descriptions.ts`). How the parts work together is told in [the scenario format](scenario-format.md).',
    ...sections.map(([title, texts]) => [`## ${title}`, '', '| key | meaning |', '|---|---|', ...told(texts)].join('\n')),
  ]
    .join('\n\n')
    .concat('\n');
}

function schemaOf(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(shape, {
    unrepresentable: 'any',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const texts = KEY_TEXTS[whatIs(zodSchema) ?? ''] ?? {};
      for (const [key, field] of Object.entries(jsonSchema.properties ?? {}))
        if (typeof field === 'object' && texts[key] !== undefined) field.description = texts[key];
      if (zodSchema === opList) jsonSchema.items = { $ref: '#/$defs/op' };
    },
  });
  delete schema.$schema;
  return schema;
}
