/**
 * A time zone in which it is about noon, so that no run spans midnight, when data written for today would become
 * yesterday's.
 */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The signs of these zone names are inverted: `Etc/GMT+5` is behind UTC.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
