import type { SqlQuery, SqlQueryable } from '@prisma/driver-adapter-utils';

/** How a statement is sent: whatever it does around the attempt. */
export type Send = <T>(attempt: () => Promise<T>, query: SqlQuery) => Promise<T>;

/** The same connection, with its statements sent through something, and some members replaced. */
export function sendingThrough<Connection extends SqlQueryable>(
  inner: Connection,
  send: Send,
  instead: Partial<Connection> = {},
): Connection {
  const members: object = {
    queryRaw: (query: SqlQuery) => send(() => inner.queryRaw(query), query),
    executeRaw: (query: SqlQuery) => send(() => inner.executeRaw(query), query),
    ...instead,
  };
  return new Proxy(inner, {
    get: (target, name) => {
      if (name in members) return Reflect.get(members, name) as unknown;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
