import { describe, expect, it } from 'vitest';
import { InvalidConfig, readConfig } from '../../src/config';

const SECRET = 'kd8sUq1zXw7Lr0PvB4nTy6HcJ2mGfA9e';
const DATABASE = 'postgresql://crms_app:hush-hush@db.example.com:5432/crms';
const LEAST = { DATABASE_URL: DATABASE, CRMS_SECRET: SECRET };
const PRODUCTION = { ...LEAST, NODE_ENV: 'production' };

describe('a configuration with the least there must be', () => {
  it('has safe defaults', () => {
    expect(readConfig(LEAST)).toEqual({
      databaseUrl: DATABASE,
      ownerDatabaseUrl: null,
      directDatabaseUrl: DATABASE,
      replicaDatabaseUrls: [],
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3000',
      secret: SECRET,
      timeZone: 'UTC',
      metricsPort: null,
      metricsHost: '127.0.0.1',
      otlpEndpoint: null,
      oidc: null,
      isDemo: false,
      logLevel: 'info',
      drainSeconds: 3,
      connections: 10,
      trustedProxies: 0,
      requestSeconds: 30,
      hasPrivateWebhooks: false,
      isEmbedded: false,
      isProduction: false,
    });
  });

  it('cannot be changed by who reads it', () => {
    expect(Object.isFrozen(readConfig(LEAST))).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { CRMS_URL: '', CRMS_DEMO: '', CRMS_OIDC_ISSUER: '', CRMS_METRICS_PORT: '' };
    expect(readConfig({ ...LEAST, ...empty })).toEqual(readConfig(LEAST));
  });

  it('is a demo where the database came with the product, and only there', () => {
    expect(readConfig({ ...LEAST, CRMS_EMBEDDED_DATABASE: '1' }).isDemo).toBe(true);
    expect(readConfig({ ...LEAST, CRMS_EMBEDDED_DATABASE: '1', CRMS_DEMO: '0' }).isDemo).toBe(
      false,
    );
    expect(readConfig({ ...LEAST, CRMS_DEMO: '1' }).isDemo).toBe(true);
    expect(readConfig(PRODUCTION).isDemo).toBe(false);
  });

  it('is relied on in production with a database of its own', () => {
    expect(readConfig(PRODUCTION).isProduction).toBe(true);
    expect(readConfig({ ...PRODUCTION, CRMS_EMBEDDED_DATABASE: '1' }).isProduction).toBe(false);
  });
});

describe('a configuration', () => {
  it('is read from its variables', () => {
    const read = readConfig({
      ...PRODUCTION,
      CRMS_OWNER_DATABASE_URL: 'postgres://owner@db/crms',
      CRMS_REPLICA_URL: 'postgres://app@db2:5433,[::1]/crms?sslmode=require',
      CRMS_URL: 'https://rights.example.com/',
      CRMS_TIME_ZONE: 'America/New_York',
      CRMS_METRICS_PORT: '9464',
      CRMS_METRICS_HOST: '0.0.0.0',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      CRMS_OIDC_ISSUER: 'https://login.example.com/realm',
      CRMS_OIDC_CLIENT_ID: 'rights',
      CRMS_OIDC_CLIENT_SECRET: 'hush',
      CRMS_LOG_LEVEL: 'debug',
      CRMS_POOL_SIZE: '25',
      CRMS_TRUSTED_PROXIES: '2',
      CRMS_REQUEST_SECONDS: '60',
      CRMS_PRIVATE_WEBHOOKS: '1',
    });
    expect(read).toMatchObject({
      trustedProxies: 2,
      requestSeconds: 60,
      hasPrivateWebhooks: true,
      ownerDatabaseUrl: 'postgres://owner@db/crms',
      replicaDatabaseUrls: [
        'postgres://app@db2:5433/crms?sslmode=require',
        'postgres://app@[::1]:5432/crms?sslmode=require',
      ],
      url: 'https://rights.example.com',
      timeZone: 'America/New_York',
      metricsPort: 9464,
      metricsHost: '0.0.0.0',
      otlpEndpoint: 'http://127.0.0.1:4318',
      logLevel: 'debug',
      connections: 25,
    });
    expect(read.oidc).toEqual({
      issuer: 'https://login.example.com/realm',
      clientId: 'rights',
      clientSecret: 'hush',
      name: 'login.example.com',
    });
  });

  it('lets other machines in behind https or a proxy', () => {
    const open = { ...LEAST, CRMS_HOST: '0.0.0.0' };
    expect(readConfig({ ...open, CRMS_URL: 'https://rights.example.com' }).host).toBe('0.0.0.0');
    expect(readConfig({ ...open, CRMS_TRUSTED_PROXIES: '1' }).host).toBe('0.0.0.0');
    expect(readConfig({ ...LEAST, CRMS_HOST: 'localhost' }).host).toBe('localhost');
  });

  it('has its address from the port when nobody gave one', () => {
    expect(readConfig({ ...LEAST, PORT: '4321' }).url).toBe('http://127.0.0.1:4321');
  });

  it.each([
    ['DATABASE_URL', undefined, 'is missing'],
    ['DATABASE_URL', 'crms', 'is no address of a PostgreSQL database'],
    ['DATABASE_URL', 'mysql://root@db/crms', 'is no address of a PostgreSQL database'],
    ['CRMS_OWNER_DATABASE_URL', 'db/crms', 'is no address of a PostgreSQL database'],
    ['CRMS_SECRET', undefined, 'is missing'],
    ['CRMS_SECRET', 'short', 'at least 32 characters, and this one has 5'],
    ['CRMS_SECRET', 'x'.repeat(64), 'is easy to guess'],
    ['CRMS_URL', 'rights.example.com', 'must be an address that begins with'],
    ['CRMS_URL', 'ftp://rights.example.com', 'must be an address that begins with'],
    ['CRMS_URL', 'https://example.com/rights', 'must be an address without a path'],
    ['CRMS_DIRECT_DATABASE_URL', 'db/crms', 'is no address of a PostgreSQL database'],
    ['CRMS_REPLICA_URL', 'db/crms', 'is no address of a PostgreSQL database'],
    ['CRMS_HOST', 'http://0.0.0.0', 'must be an address of this machine'],
    ['CRMS_HOST', '0.0.0.0', 'passwords must not cross the network in the clear'],
    ['PORT', '0', 'from 1 to 65535, and this is "0"'],
    ['PORT', '80a', 'from 1 to 65535, and this is "80a"'],
    ['CRMS_TIME_ZONE', 'Mars/Olympus', 'must be the name of a time zone'],
    ['CRMS_METRICS_PORT', '70000', 'must be a whole number'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector', 'must be an address'],
    ['CRMS_DEMO', 'yes', 'must be 1 or 0, and this is "yes"'],
    ['CRMS_LOG_LEVEL', 'loud', 'must be one of trace, debug'],
    ['CRMS_DRAIN_SECONDS', '5', 'from 0 to 4, and this is "5"'],
    ['CRMS_POOL_SIZE', '0', 'from 1 to 200, and this is "0"'],
    ['CRMS_EMBEDDED_DATABASE', 'true', 'must be 1 or 0'],
  ])('is refused in one sentence for %s that is %j', (name, value, words) => {
    const mistakes = mistakesIn({ ...LEAST, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(mistakes[0]).toContain(words);
  });

  it('is refused with one sentence for every mistake at once', () => {
    const mistakes = mistakesIn({
      NODE_ENV: 'production',
      CRMS_DEMO: '1',
      PORT: 'x',
      CRMS_OIDC_NAME: 'Us',
    });
    expect(mistakes.map((mistake) => mistake.split(' ', 1)[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'CRMS_SECRET',
      'CRMS_DEMO',
      'CRMS_OIDC_ISSUER',
    ]);
  });

  it('does not tell a secret when it is refused', () => {
    const told = mistakesIn({
      DATABASE_URL: 'mysql://root:hush-hush@db/crms',
      CRMS_OWNER_DATABASE_URL: 'hush-hush',
      CRMS_SECRET: 'hush-hush',
      CRMS_OIDC_CLIENT_SECRET: 'hush-hush',
    }).join('\n');
    expect(told).not.toContain('hush-hush');
  });

  it.each([
    [['CRMS_OIDC_CLIENT_ID', 'CRMS_OIDC_CLIENT_SECRET'], 'CRMS_OIDC_ISSUER is missing'],
    [['CRMS_OIDC_ISSUER'], 'CRMS_OIDC_CLIENT_ID and CRMS_OIDC_CLIENT_SECRET are missing'],
    [['CRMS_OIDC_NAME', 'CRMS_OIDC_ISSUER', 'CRMS_OIDC_CLIENT_ID'], 'CRMS_OIDC_CLIENT_SECRET is'],
  ])('is refused with %j of single sign-on alone', (names, words) => {
    const given = Object.fromEntries(names.map((name) => [name, 'https://login.example.com']));
    expect(mistakesIn({ ...LEAST, ...given })).toEqual([expect.stringContaining(words)]);
  });

  it('is refused in production as a demo, or with the secret of the tests', () => {
    const tests = 'only-for-tests-0123456789-abcdefghij';
    expect(mistakesIn({ ...PRODUCTION, CRMS_DEMO: '1' })).toEqual([
      expect.stringContaining('anyone could sign in'),
    ]);
    expect(mistakesIn({ ...PRODUCTION, CRMS_SECRET: tests })).toEqual([
      expect.stringContaining('is the public secret of the tests'),
    ]);
    const embedded = { ...PRODUCTION, CRMS_EMBEDDED_DATABASE: '1' };
    expect(readConfig({ ...embedded, CRMS_SECRET: tests, CRMS_DEMO: '1' }).isDemo).toBe(true);
  });
});

function mistakesIn(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof InvalidConfig) return error.mistakes;
    throw error;
  }
  return [];
}
