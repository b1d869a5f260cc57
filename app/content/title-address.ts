/** What a link to a title can open on its page. */
export const TITLE_ACTIONS = ['take-down', 'bring-back'] as const;

/** The page of a title, with the sheet open that takes it down in a place. */
export function takeDownAddress(
  contentId: string,
  {
    territory,
    device,
    rightsType,
  }: Readonly<Record<'territory' | 'device' | 'rightsType', string>>,
): string {
  const search = new URLSearchParams({
    territory,
    device,
    rights: rightsType,
    action: 'take-down',
  });
  return `/content/${contentId}?${search.toString()}`;
}

/**
 * The page of a title, with the sheet open that brings it back.
 *
 * @param takedown the number of the takedown that ends
 */
export function bringBackAddress(contentId: string, takedown: number): string {
  return `/content/${contentId}?action=bring-back&takedown=${takedown}`;
}
