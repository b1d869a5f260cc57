import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PeopleDriver } from './support-people';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { testDatabase } from '../support';

// Uses a real OpenID Connect provider on this machine, which asks for a name and consent.

const HERE = 'http://127.0.0.1:3000';
const CLIENT = { clientId: 'crms', clientSecret: 'a secret between the two of them' };

/** In seconds; longer than any test. */
const HOUR = 3_600;

const database = await testDatabase();
const people = new PeopleDriver(database);

let provider: Server;
let signIn: BetterAuthSignIn;

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => {
    provider.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const asked = providerAt(issuer);
  const answer = asked.callback();
  provider.on('request', (request, response) => {
    const isForm = request.url?.startsWith('/interaction/') === true;
    void (isForm ? interact(asked, request, response) : answer(request, response));
  });
  signIn = new BetterAuthSignIn(database.prisma, {
    url: HERE,
    secret: 'a secret of thirty-two characters',
    provider: { name: 'Studio login', issuer, ...CLIENT },
  });
});

afterAll(() => {
  provider.close();
  provider.closeAllConnections();
});

it('an invited person signs in by their e-mail address at the provider, and is the same person again', async () => {
  const personId = randomUUID();
  await people.invite({ personId, name: 'Nora', email: 'nora@example.test', role: 'editor' });

  for (let times = 0; times < 2; times += 1) {
    const answer = await signInAs('nora@example.test');

    expect(answer.headers.get('location')).toBe('/contracts');
    expect(await signIn.person(sessionOf(answer))).toEqual({
      id: personId,
      name: 'Nora',
      email: 'nora@example.test',
      role: 'editor',
    });
  }
});

it.each([
  ['without an invitation', 'stranger@example.test'],
  ['with an e-mail address that the provider has not verified', 'unverified@example.test'],
])('a person %s cannot sign in', async (_case, email) => {
  if (email.startsWith('unverified'))
    await people.invite({ personId: randomUUID(), name: 'Una', email, role: 'admin' });
  const before = await database.rows('SELECT count(*) FROM people');

  const answer = await signInAs(email);

  expect(answer.headers.get('location')).toContain('/sign-in?provider=refused');
  expect(await signIn.person(sessionOf(answer))).toBeNull();
  expect(await database.rows('SELECT count(*) FROM people')).toEqual(before);
});

it('a deactivated person cannot sign in through the provider', async () => {
  const personId = randomUUID();
  await people.invite({ personId, name: 'Omar', email: 'omar@example.test', role: 'viewer' });
  await people.deactivate(personId);

  const answer = await signInAs('omar@example.test');

  expect(await signIn.person(sessionOf(answer))).toBeNull();
  expect(await database.rows('SELECT 1 FROM sessions WHERE person_id = $1', [personId])).toEqual(
    [],
  );
});

it('a callback without a started sign-in is refused', async () => {
  const answer = await signIn.fromProvider(
    new Request(`${HERE}/api/auth/callback/oidc?code=made-up&state=made-up`),
  );

  expect(answer.headers.get('set-cookie') ?? '').not.toMatch(/session_token=[^;]/);
});

/** Follows the sign-in at the provider as a browser does, with a name and consent. */
async function signInAs(email: string): Promise<Response> {
  const { address, cookies } = await signIn.atProvider('/contracts', new Headers({ origin: HERE }));
  const visitor = new Visitor();
  let answer = await visitor.get(address);
  for (let steps = 0; steps < 20; steps += 1) {
    const location = answer.headers.get('location');
    if (location?.startsWith(HERE) === true) {
      const carried = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
      return signIn.fromProvider(
        new Request(location, { headers: { cookie: carried.join('; ') } }),
      );
    }
    answer = location === null ? await visitor.submit(answer, email) : await visitor.get(location);
  }
  throw new Error('The provider never led back.');
}

/** A minimal browser: stores cookies and submits forms. */
class Visitor {
  private readonly cookies = new Map<string, string>();
  private at = '';

  async get(location: string, form?: URLSearchParams): Promise<Response> {
    this.at = new URL(location, this.at === '' ? undefined : this.at).href;
    const answer = await fetch(this.at, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }

  async submit(answer: Response, email: string): Promise<Response> {
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`No form on: ${page}`);
    return this.get(action, new URLSearchParams({ prompt, login: email, password: 'any' }));
  }
}

function sessionOf(answer: Response): Headers {
  return new Headers({
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .join('; '),
  });
}

function providerAt(issuer: string): Provider {
  const shown = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${HERE}/api/auth/callback/oidc`],
      },
    ],
    adapter: InMemory,
    jwks: {
      keys: [
        generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
      ],
    },
    ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: 'As the provider knows them',
        email: id,
        email_verified: !id.startsWith('unverified'),
      }),
    }),
    cookies: { keys: ['keys of a provider that is gone in a moment'] },
  });
  return shown;
}

/** In-memory storage of the provider. */
class InMemory implements Adapter {
  private readonly kept = new Map<string, AdapterPayload>();

  constructor(readonly name: string) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.kept.set(id, payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.kept.get(id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.kept.values()].find((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(
      [...this.kept.values()].find((payload) => payload.userCode === userCode),
    );
  }

  consume(id: string): Promise<void> {
    const payload = this.kept.get(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, payload] of this.kept) if (payload.grantId === grantId) this.kept.delete(id);
    return Promise.resolve();
  }
}

/** Asks for a name, then for consent, and accepts any input. */
async function interact(
  asked: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await asked.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const form = `<form method="post" action="${request.url ?? ''}">
      <input type="hidden" name="prompt" value="${prompt.name}"></form>`;
    response.setHeader('content-type', 'text/html').end(form);
    return;
  }
  if (prompt.name === 'login') {
    const accountId = new URLSearchParams(await text(request)).get('login') ?? '';
    await asked.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  const grant = new asked.Grant({
    accountId: session?.accountId ?? '',
    clientId: String(params.client_id),
  });
  grant.addOIDCScope(String(params.scope));
  const grantId = await grant.save();
  await asked.interactionFinished(request, response, { consent: { grantId } });
}
