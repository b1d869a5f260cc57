/** The two versions of a license that are compared. */
export interface ComparedVersions {
  readonly a: number;
  readonly b: number;
}

/** URL of the comparison of two versions of a license. */
export function compareAddress(licenseId: string, { a, b }: ComparedVersions): string {
  return `/licenses/${licenseId}/compare?a=${a}&b=${b}`;
}
