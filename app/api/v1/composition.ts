import 'server-only';
import type { ApiServices } from './services';
import { today } from '@/today';
import * as services from '../../../src/bootstrap';

/** What the API of this process stands on. */
export const apiServices: ApiServices = {
  ...services,
  today,
  url: services.publicUrl,
  failed: (failure) => {
    services.operations().failedRequest({ ...failure, what: 'api' });
  },
};
