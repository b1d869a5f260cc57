/**
 * The address of a database with the settings every session of ours begins with. Among them the time zone: Prisma's adapter
 * writes and reads instants as if each session were in UTC, and a database begins sessions in its own zone.
 *
 * They stand in the address, because the driver drops the options of a configuration as soon as the address has some. Options
 * that an operator wrote into the address stay, but for those that are set here: the last one of a name counts.
 *
 * @param url of a PostgreSQL database
 * @param settings by their names in PostgreSQL
 */
export function sessionAddress(
  url: string,
  settings: Readonly<Record<string, string | number>> = {},
): string {
  const own = new URL(url).searchParams.getAll('options').at(-1) ?? '';
  const ours = Object.entries({ ...settings, TimeZone: 'UTC' }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const options = [own, ...ours].join(' ').trim();
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`;
}
