import { describe, expect, it } from 'vitest';
import { believeForwarded } from '../../../scripts/front/forwarded';

const HERE = 'http://127.0.0.1:3000';
const PUBLIC = 'https://rights.example.test';

function believed(
  headers: Record<string, string>,
  remote: string | undefined,
  front: { trustedProxies: number; url: string },
) {
  const changed: Record<string, string | undefined> = { ...headers };
  believeForwarded(changed, remote, front);
  return changed;
}

describe('the address of a request', () => {
  it.each([
    ['nobody’s word, without a proxy', 0, '203.0.113.9', '198.51.100.7', '198.51.100.7'],
    ['its connection’s, where nothing is said', 0, undefined, '198.51.100.7', '198.51.100.7'],
    ['what the one proxy has added', 1, '203.0.113.9, 198.51.100.7', '10.0.0.1', '198.51.100.7'],
    ['what the outer of two has added', 2, 'x, 198.51.100.7,10.0.0.2', '10.0.0.1', '198.51.100.7'],
    ['the first there is, where proxies are missing', 2, '10.0.0.2', '10.0.0.1', '10.0.0.2'],
    ['the proxy’s, where it says nothing', 1, undefined, '10.0.0.1', '10.0.0.1'],
    ['an IPv4 address as such', 0, undefined, '::ffff:198.51.100.7', '198.51.100.7'],
    ['an IPv6 address as it is', 0, undefined, '2001:db8::1', '2001:db8::1'],
    ['unknown, where the connection is gone', 0, undefined, undefined, 'unknown'],
  ])('is %s', (_what, trustedProxies, said, remote, address) => {
    const headers = said === undefined ? {} : { 'x-forwarded-for': said };

    expect(believed(headers, remote, { trustedProxies, url: HERE })['x-forwarded-for']).toBe(
      address,
    );
  });
});

describe('the address a request was sent to', () => {
  const said = {
    host: 'inside:3000',
    'x-forwarded-host': 'other.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '1',
    forwarded: 'host=other.example',
  };

  it('is the installation’s, whatever is said', () => {
    expect(believed(said, '10.0.0.1', { trustedProxies: 1, url: PUBLIC })).toEqual({
      host: 'inside:3000',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'rights.example.test',
      'x-forwarded-proto': 'https',
    });
  });

  it('is one of the machine’s names, where it is known by one', () => {
    expect(believed(said, '127.0.0.1', { trustedProxies: 0, url: HERE })).toEqual({
      host: 'inside:3000',
      'x-forwarded-for': '127.0.0.1',
    });
  });
});
