/** Makes the headers of a request say only what is known of where it came from: they are changed. */
export function believeForwarded(
  headers: Record<string, string | string[] | undefined>,
  remoteAddress: string | undefined,
  front: { readonly trustedProxies: number; readonly url: string },
): void;
