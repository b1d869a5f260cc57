import { today } from '@/today';
import * as services from '../../../../src/bootstrap';
import { apiApp } from '../api';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const api = apiApp({ ...services, today, url: services.publicUrl });

const answer = (request: Request): Response | Promise<Response> => api.fetch(request);

export { answer as DELETE, answer as GET, answer as POST, answer as PUT };
