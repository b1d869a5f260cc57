import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../scripts/front/refuse-early';

describe('before Next sees a request', () => {
  it.each(['TRACE', 'PROPFIND', 'CONNECT'])('%s is not implemented, anywhere', (method) => {
    for (const url of ['/', '/licenses', '/api/v1/licenses'])
      expect(refusalOf({ method, url })).toMatchObject({ status: 501, title: 'Not implemented' });
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('%s of a page is refused with what it takes', (method) => {
    expect(refusalOf({ method, url: '/licenses?q=1' })).toMatchObject({
      status: 405,
      code: 'method-not-allowed',
      headers: { allow: 'GET, HEAD, POST, OPTIONS' },
    });
    expect(refusalOf({ method, url: '/api/v1/licenses' })).toBeNull();
  });

  it('a workbook is put at its address', () => {
    const url = '/imports/upload?importId=1';
    expect(refusalOf({ method: 'PUT', url })).toBeNull();
    expect(refusalOf({ method: 'DELETE', url })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, POST, OPTIONS, PUT' },
    });
  });

  it.each(['/licenses/%ff', '/api/v1/licenses/%FF', '/%', '/content/%c3%28'])(
    'an address that is no UTF-8 is refused: %s',
    (url) => {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect(refusalOf({ method, url })).toMatchObject({ status: 400, code: 'malformed' });
    },
  );

  it.each(['/licenses/caf%C3%A9', '/licenses?q=%ff', '/'])('others go on: %s', (url) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS'])
      expect(refusalOf({ method, url })).toBeNull();
  });
});
