/**
 * The JSON Schema of .github/flamegate.yml, made of the file's own reader. `npm run build` writes it beside the
 * others; what only a parser can know (a list in which `never` stands alone) it lets pass.
 */
import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import { fileSchema, redactKeys } from '../src/settings/configfile.ts';

const options: ConversionConfig = {
  target: 'draft-07',
  ignoreActions: ['transform', 'raw_transform', 'check'],
  // A text that is parsed carries what it looks like (`parsed` of configfile.ts).
  overrideAction: ({ valibotAction }) =>
    valibotAction.type === 'metadata' && 'metadata' in valibotAction
      ? { ...(valibotAction.metadata as { readonly shape: object }).shape }
      : null,
  // `redact`, read by what is there: true, false, or keys.
  overrideSchema: ({ valibotSchema }) =>
    valibotSchema.type === 'lazy'
      ? { anyOf: [{ type: 'boolean' }, withoutMeta(toJsonSchema(redactKeys, options))] }
      : null,
};

function withoutMeta<T extends object>(schema: T): Omit<T, '$schema'> {
  const { $schema: _, ...rest } = schema as T & { readonly $schema?: string };
  return rest as Omit<T, '$schema'>;
}

/** The text of schema/config.schema.json. */
export const configSchema = (): string =>
  `${JSON.stringify({ title: '.github/flamegate.yml', ...toJsonSchema(fileSchema, options) }, null, 2)}\n`;
