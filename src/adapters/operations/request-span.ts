import type { Span } from '@opentelemetry/api';
import {
  context,
  defaultTextMapGetter,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** What is known of a request once it was answered. */
export interface AnsweredRequest {
  /** The path's template, such as `/api/v1/licenses/:id`; a path itself would be a name per license. */
  readonly route: string;
  readonly status: number;
}

/**
 * Answers a request within a span of its own, which is the root of its trace or continues the caller's (W3C Trace Context).
 * The attributes are those of OpenTelemetry's semantic conventions for HTTP servers.
 */
export function requestSpan(
  { method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>,
  answer: () => Promise<AnsweredRequest>,
): Promise<void> {
  const carrier = {
    traceparent: headers.get('traceparent') ?? undefined,
    tracestate: headers.get('tracestate') ?? undefined,
  };
  const caller = propagation.extract(context.active(), carrier, defaultTextMapGetter);
  const attributes = { 'http.request.method': method, 'url.path': pathOf(url) };
  const options = { kind: SpanKind.SERVER, attributes };
  return trace.getTracer('crms').startActiveSpan(method, options, caller, async (span) => {
    try {
      describe(span, method, await answer());
    } finally {
      span.end();
    }
  });
}

function describe(span: Span, method: string, { route, status }: AnsweredRequest): void {
  span.updateName(`${method} ${route}`);
  span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Without what is searched for. */
function pathOf(url: string): string {
  const [path = url] = url.replace(/^https?:\/\/[^/]*/, '').split('?', 1);
  return path;
}
