/** Where a server of PostgreSQL listens. */
export interface Host {
  readonly host: string;
  readonly port: number;
}

/** An address of a database, as `libpq` reads it: several hosts can stand in it, of which one takes writes at a time. */
export interface DatabaseAddress {
  /** The address with the first of its hosts, as a standard URL. */
  readonly url: URL;
  /** All hosts in their order; empty when there is one, which then is in `url`. */
  readonly hosts: readonly Host[];
}

const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/i;
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i;
const DEFAULT_PORT = 5432;

/** What `target_session_attrs` may ask for: whoever takes no writes is of no use. */
const WRITABLE = new Set(['read-write', 'primary']);

/**
 * Reads `postgresql://user:password@host1:5432,host2:5432/database?target_session_attrs=read-write`.
 *
 * @returns `null` when it is no such address
 */
export function readAddress(text: string): DatabaseAddress | null {
  const [, start, authority = '', rest = ''] = PARTS.exec(text) ?? [];
  if (start === undefined) return null;
  const names = authority.split(',');
  // Where the host is a parameter, as that of a socket in a folder, none stands before the path.
  const hosts = authority === '' ? [] : names.flatMap((name) => hostOf(name) ?? []);
  const [first] = hosts;
  const single = hosts.length > 1 && first !== undefined ? `${start}${nameOf(first)}${rest}` : text;
  if (!URL.canParse(single) || (authority !== '' && hosts.length < names.length)) return null;
  const url = new URL(single);
  const wanted = url.searchParams.get('target_session_attrs');
  if (wanted !== null && !WRITABLE.has(wanted)) return null;
  url.searchParams.delete('target_session_attrs');
  return { url, hosts: hosts.length === 1 ? [] : hosts };
}

/** The addresses of the single hosts of an address, for whoever asks each. */
export function singleAddresses({ url, hosts }: DatabaseAddress): readonly string[] {
  if (hosts.length === 0) return [url.href];
  return hosts.map(({ host, port }) => {
    const single = new URL(url);
    single.hostname = host.includes(':') ? `[${host}]` : host;
    single.port = String(port);
    return single.href;
  });
}

/** An address as people may see it: hosts and database, never the password. */
export function shownAddress({ url, hosts }: DatabaseAddress): string {
  const where = hosts.length === 0 ? url.host : hosts.map(nameOf).join(',');
  return `${where}${url.pathname}`;
}

function hostOf(text: string): Host | null {
  const [, host, port] = HOST.exec(text) ?? [];
  return host === undefined
    ? null
    : {
        host: host.replace(/^\[|\]$/g, ''),
        port: port === undefined ? DEFAULT_PORT : Number(port),
      };
}

function nameOf({ host, port }: Host): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * The settings every session of ours begins with, as the parameter `options` of an address. Among them the time zone:
 * Prisma's adapter writes and reads instants as if each session were in UTC, and a database begins sessions in its own zone.
 * And how soon the server notices that this machine is gone, in seconds: what it held is then free.
 *
 * They stand in the address, because the driver drops the options of a configuration as soon as the address has some. Options
 * that an operator wrote into the address stay, but for those that are set here: the last one of a name counts.
 *
 * @param settings by their names in PostgreSQL
 */
export function withSettings(
  { url }: DatabaseAddress,
  settings: Readonly<Record<string, string | number>> = {},
): string {
  const own = url.searchParams.getAll('options').at(-1) ?? '';
  const ours = Object.entries({ ...KEEPALIVE, ...settings, TimeZone: 'UTC' }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const changed = new URL(url);
  changed.searchParams.delete('options');
  const rest = changed.searchParams.toString();
  // A plus would be read as such: blanks of options are to be written as percent signs.
  const options = encodeURIComponent([own, ...ours].join(' ').trim());
  changed.search = '';
  return `${changed.href}?${rest === '' ? '' : `${rest}&`}options=${options}`;
}

const KEEPALIVE = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
};
