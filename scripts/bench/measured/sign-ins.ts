import { randomBytes, randomUUID } from 'node:crypto';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { hashPassword } from '../../../src/adapters/people/password-hash';
import { addPersonWithPassword } from '../../../src/adapters/people/person-with-password';
import { BetterAuthSignIn } from '../../../src/adapters/people/sign-in';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { rounded } from '../figures';

const MILLISECONDS = 5_000;
const IN_FLIGHT = 4;

/** Passwords that are right, of many people: each costs 19 MiB and two passes, on purpose. */
export async function measureSignIns(cluster: BenchCluster): Promise<Measurement[]> {
  const database = openDatabase(await cluster.database('sign_ins'), { connections: IN_FLIGHT });
  try {
    const signIn = new BetterAuthSignIn(database.prisma, {
      url: 'http://127.0.0.1',
      secret: randomBytes(32).toString('base64url'),
      provider: null,
    });
    const password = randomBytes(24).toString('base64url');
    const hash = await hashPassword(password);
    const emails = Array.from({ length: 50 }, () => `${randomUUID()}@bench.example`);
    for (const email of emails)
      await addPersonWithPassword(database.prisma, { name: 'Bench', email, role: 'viewer' }, hash);
    const start = performance.now();
    let done = 0;
    const work = async () => {
      while (performance.now() - start < MILLISECONDS) {
        const turn = done;
        done += 1;
        const from = new Headers({ 'x-forwarded-for': `10.0.${turn >> 8}.${turn & 255}` });
        await signIn.withPassword(emails[turn % emails.length] ?? '', password, from);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, work));
    const perSecond = (done * 1000) / (performance.now() - start);
    return [{ name: 'sign-ins by password', figure: rounded(perSecond), unit: 'per second' }];
  } finally {
    await database.close();
  }
}
