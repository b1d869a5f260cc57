/** `1 title`, `118 titles`. */
export function titleCount(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'title' : 'titles'}`;
}
