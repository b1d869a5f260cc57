import { apiApp } from '../api';
import { apiServices } from '../composition';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const api = apiApp(apiServices);

const answer = (request: Request): Response | Promise<Response> => api.fetch(request);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
