/**
 * A time zone in which it is about noon. No run lasts until its midnight: what a test has written about today would be about
 * yesterday when the product reads it.
 */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // By their names these zones are behind where they are ahead.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
