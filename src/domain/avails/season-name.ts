/** What a season is called whose rows do not name it. @param number its number, or its content id where it has none */
export function seasonName(series: string, number: number | string): string {
  return `${series}, Season ${number}`;
}
