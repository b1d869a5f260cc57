// An OpenAPI document as far as its page shows it.

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly description?: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

export interface Described {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface PlacedOperation extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The operations in the order of the document, by what they are about. */
export function operationsByTag({ paths }: Described): ReadonlyMap<string, PlacedOperation[]> {
  const byTag = new Map<string, PlacedOperation[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? '';
      byTag.set(tag, [...(byTag.get(tag) ?? []), { ...operation, method, path }]);
    }
  return byTag;
}

/** The name of what a reference leads to. */
export function referred({ $ref }: Schema): string | null {
  return $ref?.split('/').at(-1) ?? null;
}

/** A shape as programmers read it, on several lines. */
export function shapeOf(schema: Schema, indent = ''): string {
  const name = referred(schema);
  if (name !== null) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((one) => shapeOf(one, indent)).join(' | ');
  const [first] = schema.allOf ?? [];
  if (first !== undefined) return shapeOf(first, indent);
  if (schema.items !== undefined) return arrayOf(shapeOf(schema.items, indent));
  if (schema.properties !== undefined) return objectOf(schema, indent);
  if (typeof schema.additionalProperties === 'object')
    return `{ [key: string]: ${shapeOf(schema.additionalProperties, indent)} }`;
  return [schema.type ?? 'unknown']
    .flat()
    .map((type) => (type !== 'null' && schema.format !== undefined ? schema.format : type))
    .join(' | ');
}

function arrayOf(item: string): string {
  return /^[\w-]+$/.test(item) || item.startsWith('{') ? `${item}[]` : `(${item})[]`;
}

function objectOf({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, part]) => [
    ...(part.description === undefined ? [] : [`${inner}// ${part.description}`]),
    `${inner}${name}${required.includes(name) ? '' : '?'}: ${shapeOf(part, inner)};`,
  ]);
  return ['{', ...lines, `${indent}}`].join('\n');
}
