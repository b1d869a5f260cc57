import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiDocument } from '../../app/api/v1/api';
import type { ApiServices } from '../../app/api/v1/services';

/**
 * Writes the types of the API's client (`paths.ts`) from the OpenAPI document. The document describes routes and asks no
 * service, which `tests/integration/api/document.test.ts` proves.
 */
const types = await openapiTS(JSON.stringify(apiDocument({} as ApiServices)));
writeFileSync(new URL('paths.ts', import.meta.url), astToString(types));
