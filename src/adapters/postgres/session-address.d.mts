/** The address of a database with the settings, the time zone UTC among them, that every session of ours begins with. */
export function sessionAddress(
  url: string,
  settings?: Readonly<Record<string, string | number>>,
): string;
