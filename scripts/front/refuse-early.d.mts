/** Problem details (RFC 9457) with the headers that belong to them. */
export interface EarlyRefusal {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refusalOf(request: {
  readonly method: string;
  readonly url: string;
}): EarlyRefusal | null;
