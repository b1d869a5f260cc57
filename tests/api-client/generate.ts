import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiDocument } from '../../api/api';
import type { ApiServices } from '../../api/services';

/**
 * Writes the types of the API's client (`paths.ts`) from the OpenAPI document. The document describes routes and asks no
 * service, which `tests/integration/api/document.test.ts` proves.
 */
const types = await openapiTS(JSON.stringify(apiDocument({} as ApiServices)));
writeFileSync(new URL('paths.ts', import.meta.url), astToString(types));
