import { apiApp } from './api';
import { apiServices } from './composition';

// What the server that takes requests needs of the product: how it begins and ends, and the API.

export { beginWebProcess } from '../src/web-process';

const api = apiApp(apiServices);

/**
 * Answers a request to the API.
 *
 * @param clientAddress where it comes from, as the server that took it has found out (`scripts/front/forwarded.ts`)
 */
export function answerApi(request: Request, clientAddress: string): Promise<Response> {
  return Promise.resolve(api.fetch(request, { clientAddress }));
}
