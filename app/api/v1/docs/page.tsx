import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import type { Described, PlacedOperation, Schema } from './described';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { apiServices } from '../../../../api/composition';
import { apiDocument } from '../../../../api/api';
import { PROBLEMS } from '../../../../api/problems/problem-codes';
import { operationsByTag, referred, shapeOf } from './described';

export const metadata: Metadata = { title: 'HTTP API' };

/** The OpenAPI document, to be read by people. It says nothing that is anybody’s secret. */
export default function ApiDocsPage() {
  const document = apiDocument(apiServices) as unknown as Described;
  const groups = [...operationsByTag(document)];
  return (
    <>
      <PageHeader
        title="HTTP API"
        actions={
          <LinkButton href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI 3.1 document
          </LinkButton>
        }
      >
        <p className="max-w-150 text-body text-ink-2">{document.info.description}</p>
      </PageHeader>
      <div className="flex max-w-225 flex-col gap-8 px-4 py-5">
        <nav aria-label="Sections of the API">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-body">
            {['How it works', ...groups.map(([tag]) => tag), 'Shapes', 'Refusals'].map((part) => (
              <li key={part}>
                <a href={`#${anchorOf(part)}`} className={LINK}>
                  {part}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <HowItWorks />
        {groups.map(([tag, operations]) => (
          <Part key={tag} title={tag}>
            {operations.map((operation) => (
              <OperationCard key={operation.operationId} operation={operation} />
            ))}
          </Part>
        ))}
        <Part title="Shapes">
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <section key={name} id={`shape-${name}`} className="flex scroll-mt-4 flex-col gap-1">
              <h3 className="text-body font-emphasis">{name}</h3>
              <Code>{shapeOf(schema)}</Code>
            </section>
          ))}
        </Part>
        <Refusals />
      </div>
    </>
  );
}

const LINK = 'text-ink-2 underline hover:text-ink';

function anchorOf(part: string): string {
  return part.toLowerCase().replaceAll(' ', '-');
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={anchorOf(title)}
      className="flex flex-col gap-4 border-t border-line pt-5"
    >
      <h2 id={anchorOf(title)} className="scroll-mt-4 text-panel-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

function HowItWorks() {
  return (
    <Part title="How it works">
      <ul className="flex list-disc flex-col gap-2 ps-5 text-body text-ink-2">
        <li>
          Authenticate every request: <Word>Authorization: Bearer crms_…</Word>. An admin creates
          the token with a role and an expiry date; it is shown once. Cookies are ignored.
        </li>
        <li>
          A version is an ETag: <Word>&quot;8&quot;</Word>. Reading a resource returns it, and with{' '}
          <Word>If-None-Match</Word> an unchanged resource returns 304. A change names its base
          version in <Word>If-Match</Word>: without it the response is 428. If a newer version was
          saved first, the response is 412 with the changes since, the effect of your change on the
          latest version, and the change to send instead.
        </li>
        <li>
          A change is identified by an <Word>Idempotency-Key</Word>, a UUID that you generate. A
          repeated key returns the first response, with <Word>Idempotency-Replayed: true</Word>, and
          does not run the change again. If a response does not arrive, retry.
        </li>
        <li>
          A window is half-open: <Word>startsOn</Word> is its first day, <Word>endsOn</Word> the
          first day after, null when it is open. Money is whole minor units with an ISO 4217 code.
        </li>
        <li>
          Lists have <Word>next</Word> and <Word>previous</Word>: send one of them as{' '}
          <Word>cursor</Word>.
        </li>
        <li>
          A refusal is problem details (RFC 9457). Its <Word>code</Word> is stable and listed below.
          A broken rule is 409, invalid input 422 with a pointer to each invalid part.
        </li>
        <li>
          <Word>RateLimit</Word> gives the remaining requests. Beyond the limit the response is 429
          with <Word>Retry-After</Word>.
        </li>
      </ul>
    </Part>
  );
}

function Word({ children }: { children: ReactNode }) {
  return <code className="font-mono text-table break-all text-ink">{children}</code>;
}

function OperationCard({ operation }: { operation: PlacedOperation }) {
  const { method, path, summary, operationId, parameters = [], requestBody } = operation;
  return (
    <section
      aria-labelledby={operationId}
      className="flex flex-col gap-3 rounded-md border border-line p-3"
    >
      <div>
        <h3 id={operationId} className="scroll-mt-4 font-mono text-body break-all">
          <span className="font-emphasis">{method.toUpperCase()}</span> {path}
        </h3>
        <p className="text-body text-ink-2">{summary}</p>
      </div>
      {parameters.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 text-table sm:grid-cols-[12rem_1fr]">
          {parameters.map(({ name, in: place, required, description, schema = {} }) => (
            <div key={`${place} ${name}`} className="contents">
              <dt className="font-mono break-all">
                {name}
                {required === true && <span className="font-sans text-ink-3"> (required)</span>}
              </dt>
              <dd className="min-w-0 break-words text-ink-2">
                {place}, {shapeOf(schema)}
                {description === undefined ? '' : `. ${description}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => (
        <div key={type} className="text-table">
          <p className="text-ink-2">Body, {type}</p>
          <Shape schema={schema} />
        </div>
      ))}
      <dl className="grid gap-x-4 gap-y-1 text-table sm:grid-cols-[12rem_1fr]">
        {Object.entries(operation.responses).map(([status, { description, content = {} }]) => (
          <div key={status} className="contents">
            <dt className="font-mono">{status}</dt>
            <dd className="min-w-0 text-ink-2">
              {description}{' '}
              {Object.values(content).map(({ schema = {} }, place) => (
                <Shape key={place} schema={schema} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A shape: a link where it has a name. */
function Shape({ schema }: { schema: Schema }) {
  const name = referred(schema);
  if (name === null) return <Code>{shapeOf(schema)}</Code>;
  return (
    <a href={`#shape-${name}`} className={LINK}>
      {name}
    </a>
  );
}

function Code({ children }: { children: string }) {
  return (
    <pre
      // What is wider than the screen is scrolled by keys too.
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-sunken p-2 font-mono text-table"
    >
      {children}
    </pre>
  );
}

function Refusals() {
  return (
    <Part title="Refusals">
      <dl className="grid gap-x-4 gap-y-2 text-body sm:grid-cols-[16rem_1fr]">
        {Object.entries(PROBLEMS).map(([code, [status, title, words]]) => (
          <div key={code} className="contents">
            <dt id={code} className="scroll-mt-4 font-mono text-table break-all">
              {code} <span className="text-ink-3">{status}</span>
            </dt>
            <dd className="min-w-0 text-ink-2">
              {title}. {words}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
