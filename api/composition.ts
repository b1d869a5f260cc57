import type { ApiServices } from './services';
import * as services from '../src/bootstrap';
import { requestSpan } from '../src/adapters/operations/request-span';
import { isOwnOrigin } from '../src/adapters/people/own-origin';
import { dayIn } from '../src/domain/values/calendar-day';

/** What the API of this process stands on. */
export const apiServices: ApiServices = {
  ...services,
  today: () => dayIn(services.timeZone(), new Date()),
  isOwnOrigin: (origin) => isOwnOrigin(origin, services.publicUrl()),
  person: (headers) => services.signIn().person(headers),
  traced: requestSpan,
  failed: (failure) => {
    services.operations().failedRequest({ ...failure, what: 'api' });
  },
};
