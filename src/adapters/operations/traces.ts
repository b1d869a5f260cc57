import pg from 'pg';

/**
 * Exports traces to an OTLP endpoint: spans of requests (pages by Next.js, the API by `requestSpan`), of commands, and of
 * SQL statements without their values. Call it before the first connection is opened. The packages for it are loaded only
 * here: most installations have no endpoint, and they take 10 MB in each process.
 *
 * @returns a function that exports the remaining spans when the process ends
 */
export async function startTraces(endpoint: string): Promise<() => Promise<void>> {
  const [{ OTLPTraceExporter }, { BatchSpanProcessor, NodeTracerProvider }, { PgInstrumentation }] =
    await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/instrumentation-pg'),
    ]);
  process.env.OTEL_SERVICE_NAME ||= 'crms';
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  provider.register();

  /** Patches the loaded driver directly, because bundlers load it in ways that hooks on `require` do not detect. */
  class LoadedPgInstrumentation extends PgInstrumentation {
    patchLoaded(): void {
      for (const { name, patch } of [this.init()].flat()) if (name === 'pg') patch?.(pg);
    }
  }
  const instrumentation = new LoadedPgInstrumentation({ requireParentSpan: true });
  instrumentation.setTracerProvider(provider);
  instrumentation.patchLoaded();
  return () => provider.shutdown();
}
