/** What became of a statement that failed. */
export type Failure =
  /** A constraint refused it: its SQLSTATE and, where the database names it, the constraint. */
  | { readonly kind: 'refused'; readonly state: string; readonly constraint: string }
  /** Nothing was written; the same command may be sent again. */
  | { readonly kind: 'retry' }
  /** It may have been written or not; the command's key tells which. */
  | { readonly kind: 'unknown' }
  /** A bug. */
  | { readonly kind: 'bug' };

/**
 * Serialization failure, deadlock, lock not available, starting up or shutting down at connect, a server that takes no
 * writes, what a server has too little of (disk, memory, connections), and what fails below it, such as a disk.
 */
const RETRY = /^(40001|40P01|55P03|57P03|25006|53...|58...)$/;
/**
 * A named statement whose columns are other ones since a migration, and one that the server does not know any more. A feature
 * that PostgreSQL does not have (0A000, too) would be a statement that never worked.
 */
const OUTDATED_STATEMENT = new Set(['0A000', '26000']);
/** Terminated by an administrator or a crash, canceled by a time limit, connection exceptions, idle or overlong transaction. */
const UNKNOWN = /^(57P0[1245]|57014|08...|25P0[2-4])$/;
const INTEGRITY = /^23...$/;
/**
 * How a race across aggregates shows: a license was granted while its contract was corrected or
 * became void, an offer assigned while it
 * was withdrawn or moved into another's way, an identifier taken by two at once. The second try finds what the first did not
 * see, and the domain says what is wrong with it.
 */
const RETRY_CONSTRAINTS = new Set([
  'licenses_contract_identity',
  'licenses_not_under_void_contract',
  'contracts_void_without_licenses',
  'assignments_name_offers',
  'content_offers_never_clash',
  'content_identifiers_key',
]);

const NOT_CONNECTED =
  /timeout exceeded when trying to connect|Unable to start a transaction in the given time|ECONNREFUSED|ENOENT|EHOSTUNREACH|Can't reach database server|the database system is (starting up|shutting down)/i;
const CONNECTION_LOST =
  /Connection terminated|ECONNRESET|EPIPE|not queryable|Client has encountered a connection error|server closed the connection|ConnectionClosed|SocketTimeout/i;

/**
 * Reads what happened from an error of Prisma, of its adapter or of the driver: the one place that knows their shapes.
 */
export function failureOf(error: unknown): Failure {
  const layers = layersOf(error);
  for (const state of layers.flatMap((layer) => stateOf(layer) ?? [])) {
    if (RETRY.test(state) || OUTDATED_STATEMENT.has(state)) return { kind: 'retry' };
    if (UNKNOWN.test(state)) return { kind: 'unknown' };
    if (INTEGRITY.test(state)) {
      const constraint = constraintOf(layers);
      return RETRY_CONSTRAINTS.has(constraint)
        ? { kind: 'retry' }
        : { kind: 'refused', state, constraint };
    }
  }
  const codes = layers.map((layer) => textOf(layer, 'code'));
  const words = layers.map(
    (layer) => `${textOf(layer, 'message') ?? ''} ${textOf(layer, 'kind') ?? ''}`,
  );
  if (codes.includes('P2034')) return { kind: 'retry' };
  if (words.some((text) => NOT_CONNECTED.test(text)) || codes.includes('P1001'))
    return { kind: 'retry' };
  if (
    words.some((text) => CONNECTION_LOST.test(text)) ||
    codes.some((code) => code === 'P2028' || code === 'P1017')
  )
    return { kind: 'unknown' };
  return { kind: 'bug' };
}

/** Whether a named statement failed that its connection has to be rid of: under another name it works. */
export function isOutdatedStatement(error: unknown): boolean {
  return layersOf(error).some((layer) => OUTDATED_STATEMENT.has(stateOf(layer) ?? ''));
}

/** The SQLSTATE that PostgreSQL refused a statement with; `undefined` for an error of another kind. */
export function sqlStateOf(error: unknown): string | undefined {
  return layersOf(error)
    .map(stateOf)
    .find((state) => state !== undefined);
}

function stateOf(layer: object): string | undefined {
  return textOf(layer, 'originalCode') ?? sqlState(textOf(layer, 'code'));
}

/** The error and everything it wraps, outermost first. */
function layersOf(error: unknown): object[] {
  const layers: object[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && !layers.includes(next)) {
    layers.push(next);
    next =
      property(next, 'meta') ?? property(next, 'driverAdapterError') ?? property(next, 'cause');
  }
  return layers;
}

function sqlState(code: string | undefined): string | undefined {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)
    ? code
    : undefined;
}

function constraintOf(layers: readonly object[]): string {
  const words = layers.map(
    (layer) => textOf(layer, 'originalMessage') ?? textOf(layer, 'message') ?? '',
  );
  const named = words.map((text) => /constraint "([^"]+)"/.exec(text)?.[1]);
  return named.find((name) => name !== undefined) ?? '';
}

function textOf(layer: object, name: string): string | undefined {
  const value = property(layer, name);
  return typeof value === 'string' ? value : undefined;
}

function property(layer: object, name: string): unknown {
  return Reflect.get(layer, name) as unknown;
}
