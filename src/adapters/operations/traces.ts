import type { SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import pg from 'pg';

/**
 * Sends traces to an OTLP endpoint: Next's spans of requests, ours of commands, and the SQL that was sent, without its
 * values. To be called before the first connection is opened.
 *
 * @returns what sends the last of them, at the end of the process
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

/** Bundlers load the driver in ways that hooks on `require` do not see: what would be patched there is patched here. */
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
