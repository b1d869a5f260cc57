import { APIError } from '@better-auth/core/error';
import { prismaAdapter } from '@better-auth/prisma-adapter';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { PrismaClient } from '../generated/prisma/client';
import { PASSWORD_LENGTH } from '../../domain/people/password';
import { withHashedSessions } from './hashed-sessions';
import { hashPassword, isPassword } from './password-hash';

/** How this installation is reached, and how its people sign in. */
export interface AuthenticationSettings {
  /** The address people use, with its scheme. */
  readonly url: string;
  /** Signs cookies; at least 32 characters, the same in every process. */
  readonly secret: string;
  /** The provider of single sign-on, if there is one. */
  readonly provider: OidcProvider | null;
}

export interface OidcProvider {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the provider is called in addresses and accounts. */
export const PROVIDER_ID = 'oidc';

/** A session lasts a working week of nights and weekends, in seconds. */
const SESSION_SECONDS = 7 * 24 * 60 * 60;

export type Authentication = ReturnType<typeof openAuthentication>;

/**
 * The library that knows passwords, sessions and providers, on our tables. Nobody signs up by themselves: a provider only
 * vouches for people who were invited, by their e-mail address.
 */
export function openAuthentication(prisma: PrismaClient, settings: AuthenticationSettings) {
  const { url, secret, provider } = settings;
  const isSecure = url.startsWith('https:');
  return betterAuth({
    baseURL: url,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [new URL(url).origin],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    database: withHashedSessions(prisma, prismaAdapter(prisma, { provider: 'postgresql' })),
    advanced: {
      database: { generateId: false },
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-crms' : 'crms',
      defaultCookieAttributes: { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' },
    },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: 'string', input: false, required: false },
        deactivatedAt: { type: 'date', input: false, required: false },
      },
    },
    session: {
      modelName: 'session',
      fields: { userId: 'personId' },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'account',
      fields: { userId: 'personId' },
      encryptOAuthTokens: true,
      // No provider is trusted with an address that it has not verified: who made it up there would be somebody else here.
      accountLinking: { enabled: true },
    },
    verification: { modelName: 'verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => isPassword(password, hash),
      },
    },
    databaseHooks: {
      session: { create: { before: (session) => refuseDeactivated(prisma, session.userId) } },
    },
    plugins: provider === null ? [] : [genericOAuth({ config: [providerConfig(provider)] })],
  });
}

/** What the library is told a sign-in of somebody deactivated fails with. */
export const DEACTIVATED = 'DEACTIVATED';

async function refuseDeactivated(prisma: PrismaClient, personId: string): Promise<void> {
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: { deactivatedAt: true },
  });
  if (person?.deactivatedAt instanceof Date)
    throw new APIError('FORBIDDEN', { code: DEACTIVATED, message: 'Deactivated.' });
}

function providerConfig({ name, issuer, clientId, clientSecret }: OidcProvider) {
  return {
    providerId: PROVIDER_ID,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    overrideUserInfo: false,
  };
}
