import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id, which is the library's default: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** What is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify(kept, password.normalize('NFKC'));
}
