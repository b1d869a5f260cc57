/**
 * An OpenAPI 3.1 document in the words of 3.0.3, for generators that do not read 3.1: `nullable` instead of the type null,
 * and an empty list of scopes, because 3.0 gives bearer tokens none (the role stands in `x-required-role`).
 *
 * @param document as JSON; only what our own document uses is converted
 */
export function asOpenApi30(document: object): object {
  return { ...(converted(document) as object), openapi: '3.0.3' };
}

function converted(value: unknown, name = ''): unknown {
  if (Array.isArray(value))
    return name === 'security'
      ? value.map((scheme: object) =>
          Object.fromEntries(Object.keys(scheme).map((key) => [key, []])),
        )
      : value.map((item) => converted(item));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, converted(part, key)]),
  );
  return withoutNull(parts);
}

/** The type null, alone among several types or among several schemas. */
function withoutNull(schema: Record<string, unknown>): unknown {
  const { type, anyOf, ...others } = schema;
  if (Array.isArray(type) && type.includes('null')) {
    const only: unknown = type.find((one) => one !== 'null');
    return { ...others, type: only, nullable: true };
  }
  if (Array.isArray(anyOf) && anyOf.some(isNull)) {
    const allOf = anyOf.filter((one) => !isNull(one));
    return { ...others, allOf, nullable: true };
  }
  return schema;
}

function isNull(schema: unknown): boolean {
  return (
    typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'null'
  );
}
