import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a secret: too many to guess. */
const SECRET_BYTES = 32;

/** A new secret that is shown once, as text without special characters. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a secret, and what it is found by: its SHA-256, in hexadecimal. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
