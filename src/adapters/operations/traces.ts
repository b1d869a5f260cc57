import type { SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import pg from 'pg';

/**
 * Exports traces to an OTLP endpoint: spans of requests (pages by Next.js, the API by
 * `requestSpan`), of commands, and of SQL statements without their
 * values. Call it before the first connection is opened.
 *
 * @returns a function that exports the remaining spans when the process ends
 */
export function startTraces(endpoint: string): () => Promise<void> {
  return traceThrough(new BatchSpanProcessor(exporterTo(endpoint)));
}

export function exporterTo(endpoint: string): SpanExporter {
  return new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
}

export function traceThrough(processor: SpanProcessor): () => Promise<void> {
  process.env.OTEL_SERVICE_NAME ||= 'crms';
  const provider = new NodeTracerProvider({ spanProcessors: [processor] });
  provider.register();
  patchDriver(provider);
  return () => provider.shutdown();
}

/** Patches the loaded driver directly, because bundlers load it in ways that hooks on `require` do not detect. */
class LoadedPgInstrumentation extends PgInstrumentation {
  patchLoaded(): void {
    for (const { name, patch } of [this.init()].flat()) if (name === 'pg') patch?.(pg);
  }
}

function patchDriver(provider: NodeTracerProvider): void {
  const instrumentation = new LoadedPgInstrumentation({ requireParentSpan: true });
  instrumentation.setTracerProvider(provider);
  instrumentation.patchLoaded();
}
