// A little over 300 lines: one table, from each kind of request to its operation.

import { UNRESTRICTED } from '../../src/domain/license/terms';
import type createClient from 'openapi-fetch';
import type { paths } from '../api-client/paths';
import type { App } from './load';
import type { SeenLicense } from './random-requests';
import type { SeenPriceTable } from './prices/random-price-requests';
import type { SeenTitle } from './random-title-requests';
import { standing } from './random-title-requests';
import type { Answer, Request } from './requests';
import { isoDate } from '../../src/domain/values/date-range';
import { aggregateOf, expectedVersion, isUnchanged } from './requests';

export type GeneratedClient = ReturnType<typeof createClient<paths>>;

/** The result of any operation. */
interface ApiResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The response to any change; for one of several, what it changed. */
interface Saved {
  readonly id?: string;
  readonly version?: number;
  readonly offers?: readonly never[];
  readonly assigned?: readonly SavedOne[];
  readonly titles?: readonly SavedOne[];
  readonly licenses?: readonly SavedOne[];
}

interface SavedOne {
  readonly id: string;
  readonly version: number;
}

/** Status codes that a program never gets if it follows the API document. */
const NO_RULE = new Set([400, 401, 403, 404, 405, 413, 415, 428]);

/** An app as programs use it: the same requests over the HTTP API, with its generated client. */
export class ApiClient implements App {
  /** The kinds of requests that were accepted at least once. */
  readonly accepted = new Set<Request['kind']>();

  constructor(private readonly client: GeneratedClient) {}

  async send(request: Request): Promise<Answer> {
    const answer = answerOf(await this.dispatch(request), request);
    if (answer.kind === 'accepted') this.accepted.add(request.kind);
    return answer;
  }

  async view(licenseId: string): Promise<SeenLicense | null> {
    const { data } = await this.client.GET('/licenses/{id}', at(licenseId));
    if (data === undefined) return null;
    const { id, version, offers, closing } = data;
    // The document leaves these members out of requests, and of answers with them.
    const terms = { ...UNRESTRICTED, ...data.details.terms };
    return { id, version, details: { ...data.details, terms }, offers, closing };
  }

  async title(contentId: string): Promise<SeenTitle | null> {
    const [{ data }, { data: down }] = await Promise.all([
      this.client.GET('/content/{id}/assignments', at(contentId)),
      this.client.GET('/content/{id}/takedowns', at(contentId)),
    ]);
    if (data === undefined || down === undefined) return null;
    const assignments = data.assigned.map(({ licenseId, offer }) => ({
      licenseId,
      startsOn: isoDate(offer.window.startsOn),
    }));
    const version = Math.min(data.version, down.version);
    return { id: contentId, version, assignments, standing: standing(down.takedowns) };
  }

  async priceTable(id: string): Promise<SeenPriceTable | null> {
    const { data } = await this.client.GET('/price-tables/{id}', at(id));
    return data === undefined ? null : { id, version: data.version };
  }

  private dispatch(request: Request): Promise<ApiResult> {
    const { client } = this;
    const header = { 'idempotency-key': request.command.key };
    const change = {
      params: {
        path: { id: aggregateOf(request) },
        header: { ...header, 'if-match': `"${expectedVersion(request)}"` },
      },
    };
    switch (request.kind) {
      case 'record': {
        const body = writable(request.command.details);
        return client.POST('/contracts', { params: { header }, body });
      }
      case 'correct':
        return client.PUT('/contracts/{id}', {
          ...change,
          body: writable(request.command.details),
        });
      case 'grant': {
        const { contractId, details } = request.command;
        const body = { contractId, details: writable(details) };
        return client.POST('/licenses', { params: { header }, body });
      }
      case 'amend':
        return client.PUT('/licenses/{id}', { ...change, body: writable(request.command.details) });
      case 'generate': {
        const body = writable(request.command.plan);
        return client.POST('/licenses/{id}/offers', { ...change, body });
      }
      case 'replace': {
        const { before, after } = request.command;
        const body = writable({ before, after });
        return client.POST('/licenses/{id}/offers/replacements', { ...change, body });
      }
      case 'withdraw': {
        const body = { offers: writable(request.command.offers) };
        return client.POST('/licenses/{id}/offers/withdrawals', { ...change, body });
      }
      case 'rearrange': {
        const { replaced, added, withdrawn } = request.command;
        const body = writable({ replaced, added, withdrawn });
        return client.POST('/licenses/{id}/offers/rearrangements', { ...change, body });
      }
      case 'undo':
        return client.POST('/licenses/{id}/undo', change);
      case 'register': {
        const { details, first } = request.command;
        const body = writable({ details, first });
        return client.POST('/content', { params: { header }, body });
      }
      case 'correct title':
        return client.PUT('/content/{id}', { ...change, body: writable(request.command.details) });
      case 'assign': {
        const body = writable(request.command.chosen);
        return client.POST('/content/{id}/assignments', { ...change, body });
      }
      case 'unassign':
        return client.DELETE('/content/{id}/assignments/{licenseId}/{startsOn}', {
          params: {
            ...change.params,
            path: { ...change.params.path, ...request.command.assignment },
          },
        });
      case 'move':
        return client.PUT('/content/{id}/assignments/{licenseId}/{startsOn}', {
          params: { ...change.params, path: { ...change.params.path, ...request.command.from } },
          body: writable(request.command.to),
        });
      case 'assign titles': {
        const { chosen, titles } = request.command;
        const named = titles.map((title) => ({
          contentId: title.contentId,
          version: title.expectedVersion,
        }));
        return client.POST('/licenses/{id}/assignments', {
          params: { path: { id: chosen.licenseId }, header },
          body: { offer: writable(chosen.offer), titles: named },
        });
      }
      case 'unassign titles': {
        const { assignment, titles } = request.command;
        return client.POST('/licenses/{id}/assignments/undo', {
          params: { path: { id: assignment.licenseId }, header },
          body: { startsOn: assignment.startsOn, assigned: savedTitles(titles) },
        });
      }
      case 'close':
      case 'close licenses':
        return this.closeLicenses(request);
      case 'reopen licenses': {
        const licenses = request.command.licenses.map(({ licenseId: id, expectedVersion }) => ({
          ...{ id, version: expectedVersion },
        }));
        return client.POST('/closings/undo', { params: { header }, body: { licenses } });
      }
      case 'change licenses': {
        const { plan } = request.command;
        const body = writable({ plan, licenses: licensesAtVersions(request.command.licenses) });
        return client.POST('/bulk-changes', { params: { header }, body });
      }
      case 'undo licenses': {
        const licenses = request.command.licenses.map(({ licenseId: id, expectedVersion }) => ({
          ...{ id, version: expectedVersion },
        }));
        return client.POST('/bulk-changes/undo', { params: { header }, body: { licenses } });
      }
      case 'copy': {
        const { licenseId: id, plan } = request.command;
        return client.POST('/licenses/{id}/copies', {
          params: { ...change.params, path: { id } },
          body: writable(plan),
        });
      }
      case 'undo copy': {
        const body = { version: request.command.expectedVersion };
        const { path } = change.params;
        return client.POST('/licenses/{id}/copies/undo', { params: { path, header }, body });
      }
      case 'take down':
        return client.POST('/content/{id}/takedowns', {
          ...change,
          body: writable(request.command.plan),
        });
      case 'take down titles': {
        const { plan, titles } = request.command;
        const named = titles.map((title) => ({
          contentId: title.contentId,
          version: title.expectedVersion,
        }));
        const body = writable({ plan, titles: named });
        return client.POST('/takedowns', { params: { header }, body });
      }
      case 'undo takedowns': {
        const titles = savedTitles(request.command.titles);
        return client.POST('/takedowns/undo', { params: { header }, body: { titles } });
      }
      case 'bring back': {
        const { takedown, from } = request.command;
        return client.POST('/content/{id}/takedowns/{number}/end', {
          params: { ...change.params, path: { ...change.params.path, number: takedown } },
          body: { from },
        });
      }
      case 'close title': {
        const { kind, reason } = request.command.closing;
        const path = kind === 'void' ? '/content/{id}/void' : '/content/{id}/retirement';
        return client.POST(path, { ...change, body: { reason } });
      }
      case 'reopen title': {
        const offers = request.command.chosen;
        return client.POST('/content/{id}/return', { ...change, body: writable({ offers }) });
      }
      case 'record prices': {
        const { studio, prices } = request.command;
        const body = { studio, prices: writable(prices) };
        return client.POST('/price-tables', { params: { header }, body });
      }
      case 'change prices': {
        const body = { prices: writable(request.command.prices) };
        return client.POST('/price-tables/{id}/prices', { ...change, body });
      }
      case 'remove price day': {
        const { day } = request.command;
        const path = { ...change.params.path, day };
        return client.DELETE('/price-tables/{id}/days/{day}', {
          params: { ...change.params, path },
        });
      }
      case 'undo prices':
        return client.POST('/price-tables/{id}/undo', change);
    }
  }

  private closeLicenses({
    command,
  }: Extract<Request, { kind: 'close' | 'close licenses' }>): Promise<ApiResult> {
    const { client } = this;
    const { key, plan } = command;
    const header = { 'idempotency-key': key };
    if ('licenses' in command) {
      const licenses = licensesAtVersions(command.licenses);
      return client.POST('/closings', { params: { header }, body: writable({ plan, licenses }) });
    }
    const { licenseId: id, expectedVersion: version } = command;
    const params = { path: { id }, header: { ...header, 'if-match': `"${version}"` } };
    if (plan.kind === 'void')
      return client.POST('/licenses/{id}/void', { params, body: { reason: plan.reason } });
    const { lastDay, reason } = plan;
    return client.POST('/licenses/{id}/end', { params, body: { lastDay, reason } });
  }
}

/** Licenses as a command on several names them. */
function licensesAtVersions(
  licenses: readonly { readonly licenseId: string; readonly expectedVersion: number }[],
) {
  return licenses.map(({ licenseId, expectedVersion: version }) => ({ licenseId, version }));
}

/** Titles as a command on several answers them. */
function savedTitles(
  titles: readonly { readonly contentId: string; readonly expectedVersion: number }[],
) {
  return titles.map(({ contentId: id, expectedVersion: version }) => ({ id, version }));
}

function at(id: string) {
  return { params: { path: { id } } };
}

/** Removes members that the API does not accept. The load is random, so the API decides which values are valid. */
function writable(data: object) {
  return data as never;
}

function answerOf({ data, error, response }: ApiResult, request: Request): Answer {
  const { status, headers } = response;
  if (response.ok) {
    const saved = data as Saved;
    const several = saved.assigned ?? saved.titles ?? saved.licenses;
    const { id, version = 0 } = several === undefined ? saved : (several[0] ?? {});
    if (isUnchanged(request, version)) return { kind: 'unchanged', version };
    return {
      kind: 'accepted',
      version,
      offers: saved.offers ?? [],
      replayed: headers.get('idempotency-replayed') === 'true',
      ...(id === undefined ? {} : { id }),
    };
  }
  const { code = '' } = (error ?? {}) as { code?: string };
  if (code === 'busy') return { kind: 'busy' };
  if (code === 'outcome-unknown') return { kind: 'unknown' };
  if (NO_RULE.has(status) || status >= 500)
    return { kind: 'bug', words: `${status} ${JSON.stringify(error)}` };
  return { kind: 'refused', code };
}
