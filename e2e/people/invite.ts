import { openDatabase } from '../../src/adapters/postgres/database';
import { invite } from './invitation';

const database = openDatabase(process.env.DATABASE_URL ?? '', { connections: 1 });
await invite(database.prisma);
await database.close();
